package jetbrains.buildServer.serverSide;

import jetbrains.buildServer.RootUrlHolder;
import org.jetbrains.annotations.NotNull;

/** The server. */
public interface SBuildServer extends RootUrlHolder, BuildsManager, BuildServerState {
    @NotNull
    ProjectManager getProjectManager();

    @NotNull
    RunTypeRegistry getRunTypeRegistry();
}
