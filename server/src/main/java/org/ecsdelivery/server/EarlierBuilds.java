package org.ecsdelivery.server;

import java.util.Optional;
import java.util.function.Function;
import jetbrains.buildServer.serverSide.Branch;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.SFinishedBuild;

/**
 * Finds what an earlier build left for a later one: on its branch, or else the last successful build of the default branch. Personal
 * builds leave nothing, since they may hold changes that nobody has committed.
 */
final class EarlierBuilds {
    /** So far back a branch is searched: a build that left nothing in between must not hide the one before it. */
    private static final int MOST_BUILDS = 50;

    private EarlierBuilds() {}

    /** Returns what the newest earlier build left, as the function reads it. */
    static <T> Optional<T> left(SBuild build, Function<SFinishedBuild, Optional<T>> read) {
        return onTheBranchOf(build, read).or(() -> onTheDefaultBranch(build, read));
    }

    private static <T> Optional<T> onTheBranchOf(SBuild build, Function<SFinishedBuild, Optional<T>> read) {
        SFinishedBuild earlier = build.getPreviousFinished();
        for (int looked = 0; earlier != null && looked < MOST_BUILDS; looked++) {
            Optional<T> found = branchOf(earlier).equals(branchOf(build)) ? read(earlier, read) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
            earlier = earlier.getPreviousFinished();
        }
        return Optional.empty();
    }

    private static <T> Optional<T> onTheDefaultBranch(SBuild build, Function<SFinishedBuild, Optional<T>> read) {
        return Optional.ofNullable(build.getBuildType())
                .map(SBuildType::getLastChangesSuccessfullyFinished)
                .flatMap(last -> read(last, read));
    }

    private static <T> Optional<T> read(SFinishedBuild build, Function<SFinishedBuild, Optional<T>> read) {
        return build.isPersonal() ? Optional.empty() : read.apply(build);
    }

    private static String branchOf(SBuild build) {
        Branch branch = build.getBranch();
        return branch == null ? Branch.DEFAULT_BRANCH_NAME : branch.getName();
    }
}
