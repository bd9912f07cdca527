package tiny.server;

import java.util.Collection;
import java.util.List;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.BuildStartContext;
import jetbrains.buildServer.serverSide.BuildStartContextProcessor;
import jetbrains.buildServer.serverSide.parameters.AbstractBuildParametersProvider;

public class TinyParameters extends AbstractBuildParametersProvider implements BuildStartContextProcessor {
    @Override
    public Collection<String> getParametersAvailableOnAgent(SBuild build) {
        return List.of("tiny.announced");
    }

    @Override
    public void updateParameters(BuildStartContext context) {
        context.addSharedParameter("tiny.shared", "from the server");
        context.getRunnerContexts().forEach(step -> step.addRunnerParameter("secure:added", "s3cret-of-server"));
    }
}
