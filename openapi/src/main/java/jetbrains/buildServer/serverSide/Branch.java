package jetbrains.buildServer.serverSide;

import org.jetbrains.annotations.NotNull;

/** The branch of a build. */
public interface Branch {
    String DEFAULT_BRANCH_NAME = "<default>";
    String UNSPECIFIED_BRANCH_NAME = "<unspecified>";

    @NotNull
    String getName();

    @NotNull
    String getDisplayName();

    boolean isDefaultBranch();
}
