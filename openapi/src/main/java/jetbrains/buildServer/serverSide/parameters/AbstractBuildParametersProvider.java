package jetbrains.buildServer.serverSide.parameters;

import java.util.Collection;
import java.util.Map;
import jetbrains.buildServer.serverSide.SBuild;
import org.jetbrains.annotations.NotNull;

/** Provides nothing and announces nothing, until overridden. */
public class AbstractBuildParametersProvider implements BuildParametersProvider {
    public AbstractBuildParametersProvider() {}

    @Override
    @NotNull
    public Map<String, String> getParameters(@NotNull SBuild build, boolean emulationMode) {
        return Map.of();
    }

    @Override
    @NotNull
    public Collection<String> getParametersAvailableOnAgent(@NotNull SBuild build) {
        return java.util.List.of();
    }
}
