package jetbrains.buildServer.serverSide.parameters;

import java.util.Collection;
import java.util.Map;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.ServerExtension;
import org.jetbrains.annotations.NotNull;

/** Provides build parameters, and announces those that only the agent will know. */
public interface BuildParametersProvider extends ServerExtension {
    @NotNull
    Map<String, String> getParameters(@NotNull SBuild build, boolean emulationMode);

    @NotNull
    Collection<String> getParametersAvailableOnAgent(@NotNull SBuild build);
}
