package org.ecsdelivery.sandbox.teamcity.settings;

import java.util.List;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.settings.ChainBuild.State;

/**
 * A chain of builds of which each ran, cannot start or waits for people.
 *
 * @param builds each one after those that it runs after
 */
public record ChainResult(List<ChainBuild> builds) {
    /** Keeps a copy. */
    public ChainResult {
        builds = List.copyOf(builds);
    }

    /** Tells whether no build is red. */
    public boolean succeeded() {
        return builds.stream().allMatch(each -> each.state() == State.SUCCEEDED || each.state() == State.WAITS);
    }

    /** Returns what came of the builds that ran on the agent. */
    public List<BuildResult> results() {
        return builds.stream().flatMap(each -> each.result().stream()).toList();
    }

    /** Returns the builds of a state. */
    public List<ChainBuild> in(State state) {
        return builds.stream().filter(each -> each.state() == state).toList();
    }
}
