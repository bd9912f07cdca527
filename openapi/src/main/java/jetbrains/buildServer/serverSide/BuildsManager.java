package jetbrains.buildServer.serverSide;

import org.jetbrains.annotations.Nullable;

/** The builds that run or are over. */
public interface BuildsManager extends RunningBuildsManager {
    @Nullable
    SBuild findBuildInstanceById(long id);
}
