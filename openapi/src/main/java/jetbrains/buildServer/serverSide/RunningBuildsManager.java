package jetbrains.buildServer.serverSide;

import java.util.List;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** The builds that run now. */
public interface RunningBuildsManager {
    @Nullable
    SRunningBuild findRunningBuildById(long id);

    @NotNull
    List<SRunningBuild> getRunningBuilds();
}
