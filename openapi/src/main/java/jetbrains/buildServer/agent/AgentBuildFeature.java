package jetbrains.buildServer.agent;

import java.util.Map;
import org.jetbrains.annotations.NotNull;

/** A build feature as the agent sees it: parameters resolved. */
public interface AgentBuildFeature {
    @NotNull
    String getType();

    @NotNull
    Map<String, String> getParameters();
}
