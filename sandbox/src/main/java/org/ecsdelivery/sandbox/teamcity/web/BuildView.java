package org.ecsdelivery.sandbox.teamcity.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.RunningBuild;

/** A build as pages show it. */
final class BuildView {
    private BuildView() {}

    /** Returns what every page shows of a build. */
    static Map<String, Object> of(RunningBuild build) {
        Map<String, Object> view = new TreeMap<>();
        view.put("id", build.inputs().id());
        view.put("configurationId", build.configuration().id());
        view.put("configurationName", build.configuration().name());
        view.put("over", build.isOver());
        view.put("personal", build.inputs().personal());
        view.put("branch", build.inputs().branch().orElse(""));
        view.put("number", build.inputs().number());
        view.put("status", "RUNNING");
        view.put("statusText", "Running");
        if (build.isOver()) {
            addEnd(view, build);
        }
        return view;
    }

    private static void addEnd(Map<String, Object> view, RunningBuild build) {
        try {
            BuildResult result = build.result();
            view.put("number", result.number());
            view.put("status", result.outcome().name());
            view.put("statusText", result.statusText());
            view.put(
                    "seconds",
                    String.format(Locale.ROOT, "%.1f", result.duration().toMillis() / 1000.0));
            view.put("statistics", new TreeMap<>(result.statistics()));
            view.put("parameters", new TreeMap<>(result.parameters()));
            view.put(
                    "problems",
                    result.problems().stream()
                            .map(problem -> problem.getDescription())
                            .toList());
            view.put(
                    "steps",
                    result.steps().stream()
                            .map(step -> Map.of(
                                    "name",
                                    step.name(),
                                    "outcome",
                                    step.outcome().name()))
                            .toList());
        } catch (IllegalStateException notRun) {
            view.put("status", "FAILURE");
            view.put("statusText", String.valueOf(notRun.getMessage()));
            view.put("problems", List.of(String.valueOf(notRun.getMessage())));
        }
    }
}
