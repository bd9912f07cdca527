package org.ecsdelivery.sandbox.teamcity.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ecsdelivery.dsl.model.Entry;
import org.ecsdelivery.dsl.model.Options;

/** What a real server would do for a build configuration and this one cannot: rather no build than one that means something else. */
final class Beyond {
    private static final Set<String> FEATURES =
            Set.of("matrix", "parallelTests", "BuildFailureOnMetric", "BuildFailureOnMessage");
    private static final Set<String> DEPENDENCY = Set.of(
            "run-build-if-dependency-failed", "run-build-if-dependency-failed-to-start", "run-build-on-the-same-agent");

    private Beyond() {}

    static List<String> of(StoredConfiguration configuration) {
        List<String> beyond = new ArrayList<>();
        configuration
                .enabled("build-runners")
                .filter(step -> step.element().element("conditions").isPresent())
                .forEach(step -> beyond.add("conditions of " + step.title()));
        configuration
                .enabled("build-extensions")
                .filter(each -> FEATURES.contains(each.type()))
                .forEach(each -> beyond.add("the build feature " + each.type()));
        configuration.enabled("artifact-dependencies").forEach(each -> beyond.add("artifact dependencies"));
        configuration.dependencyEntries().forEach(each -> options(each, beyond));
        return beyond.stream().distinct().toList();
    }

    private static void options(Entry dependency, List<String> beyond) {
        Options.of(dependency.element()).keySet().stream()
                .filter(DEPENDENCY::contains)
                .forEach(name -> beyond.add("the option " + name + " of a snapshot dependency"));
    }
}
