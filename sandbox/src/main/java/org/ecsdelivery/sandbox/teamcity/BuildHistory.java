package org.ecsdelivery.sandbox.teamcity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The builds that run, and those that are over in the order they ended. */
final class BuildHistory {
    private final List<RunningServerBuild> running = new ArrayList<>();
    private final List<FinishedServerBuild> finished = new ArrayList<>();

    synchronized void begin(RunningServerBuild build) {
        running.add(build);
    }

    synchronized void end(RunningServerBuild build) {
        running.remove(build);
    }

    /** Takes a build for over, whatever its agent does. */
    synchronized void forget(long id) {
        running.removeIf(build -> build.getBuildId() == id);
    }

    synchronized List<RunningServerBuild> running() {
        return List.copyOf(running);
    }

    synchronized Optional<FinishedServerBuild> finished(long id) {
        return finished.stream().filter(build -> build.getBuildId() == id).findFirst();
    }

    synchronized void add(FinishedServerBuild build) {
        finished.add(build);
    }

    /** Returns the newest build of the same configuration, on any branch, that was over before this one began. */
    synchronized Optional<FinishedServerBuild> before(ServerBuild build) {
        return finished.stream()
                .filter(each -> each.getBuildTypeExternalId().equals(build.getBuildTypeExternalId()))
                .filter(each -> each.getBuildId() < build.getBuildId())
                .reduce((older, newer) -> newer);
    }

    /** Returns the newest build of the default branch that succeeded. */
    synchronized Optional<FinishedServerBuild> lastSuccessful(String configuration) {
        return finished.stream()
                .filter(each -> each.getBuildTypeExternalId().equals(configuration))
                .filter(each -> each.getBuildStatus().isSuccessful() && each.isOnDefaultBranch() && !each.isPersonal())
                .reduce((older, newer) -> newer);
    }
}
