package org.ecsdelivery.sandbox.teamcity.settings;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.ecsdelivery.sandbox.teamcity.settings.ChainBuild.State;

/**
 * Runs a build configuration after those that it depends on, one build at a time and each once. What people must approve waits, since
 * there are none.
 */
public final class BuildChain {
    private final LocalTeamCity teamCity;
    private final ProjectSettings settings;
    private final CustomRun run;
    private final ChainListener listener;
    private final Map<String, ChainBuild> done = new LinkedHashMap<>();

    private BuildChain(LocalTeamCity teamCity, ProjectSettings settings, CustomRun run, ChainListener listener) {
        this.teamCity = teamCity;
        this.settings = settings;
        this.run = run;
        this.listener = listener;
    }

    /**
     * Runs a build configuration of the settings.
     *
     * @throws IllegalArgumentException before the first build, when one of the chain cannot be run here or may not be run so
     */
    public static ChainResult run(
            LocalTeamCity teamCity, ProjectSettings settings, String id, CustomRun run, ChainListener listener) {
        List<StoredConfiguration> chain = inOrder(settings, id);
        Refusals.check(chain, run);
        BuildChain builds = new BuildChain(teamCity, settings, run, listener);
        chain.forEach(
                each -> builds.done.put(each.id(), builds.build(each, each.id().equals(id))));
        return new ChainResult(List.copyOf(builds.done.values()));
    }

    private static List<StoredConfiguration> inOrder(ProjectSettings settings, String id) {
        Map<String, StoredConfiguration> ordered = new LinkedHashMap<>();
        visit(settings, id, new LinkedHashSet<>(), ordered);
        return List.copyOf(ordered.values());
    }

    private static void visit(
            ProjectSettings settings, String id, Set<String> path, Map<String, StoredConfiguration> ordered) {
        if (ordered.containsKey(id)) {
            return;
        }
        if (!path.add(id)) {
            throw new IllegalArgumentException("Each of " + path + " runs after itself.");
        }
        StoredConfiguration configuration = settings.configuration(id);
        for (String before : configuration.dependencies()) {
            if (!settings.ids().contains(before)) {
                throw new IllegalArgumentException(id + " runs after " + before
                        + ", which these settings do not have; the sandbox knows no builds of others.");
            }
            visit(settings, before, path, ordered);
        }
        path.remove(id);
        ordered.put(id, configuration);
    }

    private ChainBuild build(StoredConfiguration configuration, boolean top) {
        for (String id : configuration.dependencies()) {
            ChainBuild before = done.get(id);
            if (before != null && before.state() == State.WAITS) {
                return ChainBuild.without(configuration, State.WAITS, "for " + id);
            }
            if (before != null && before.state() != State.SUCCEEDED) {
                return ChainBuild.without(configuration, State.NOT_STARTED, "since " + id + " did not succeed");
            }
        }
        if (configuration.approval().isPresent()) {
            String rules =
                    String.join(", ", configuration.approval().get().lines().toList());
            return ChainBuild.without(
                    configuration, State.WAITS, "for approval by " + rules + ", whom the sandbox does not ask");
        }
        return configuration.isComposite()
                ? ChainBuild.without(configuration, State.SUCCEEDED, "")
                : ChainBuild.finished(configuration, onAgent(configuration, top));
    }

    private BuildResult onAgent(StoredConfiguration configuration, boolean top) {
        ChainStep step = new ChainStep(configuration, run, Map.copyOf(upstream(configuration)));
        return teamCity.run(step.toRun(top), step.inputs(done.size()), listener.begins(configuration))
                .result();
    }

    /** Builds further up hand their parameters down too. */
    private Map<String, BuildResult> upstream(StoredConfiguration configuration) {
        Map<String, BuildResult> upstream = new LinkedHashMap<>();
        for (StoredConfiguration each : inOrder(settings, configuration.id())) {
            ChainBuild build = done.get(each.id());
            if (build != null) {
                build.result().ifPresent(result -> upstream.put(each.id(), result));
            }
        }
        return upstream;
    }
}
