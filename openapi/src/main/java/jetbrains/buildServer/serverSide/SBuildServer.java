package jetbrains.buildServer.serverSide;

import jetbrains.buildServer.RootUrlHolder;
import org.jetbrains.annotations.NotNull;

/** The server. */
public interface SBuildServer extends RootUrlHolder, BuildsManager {
    @NotNull
    ProjectManager getProjectManager();

    @NotNull
    RunTypeRegistry getRunTypeRegistry();
}
