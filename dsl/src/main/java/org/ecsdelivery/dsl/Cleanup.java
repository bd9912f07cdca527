package org.ecsdelivery.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecsdelivery.dsl.model.Options;
import org.ecsdelivery.dsl.xml.Element;

/** The clean-up of a project or configuration. */
final class Cleanup {
    private final List<CleanupPolicy> policies = new ArrayList<>();
    private final Map<String, String> options = new TreeMap<>();

    List<CleanupPolicy> policies() {
        return policies;
    }

    void keepArtifactsOfDependencies(boolean kept) {
        options.put("preventDependenciesArtifactsFromCleanup", Boolean.toString(kept));
    }

    List<Element> elements() {
        List<Element> all =
                new ArrayList<>(policies.stream().map(CleanupPolicy::element).toList());
        Optional.of(options)
                .filter(given -> !given.isEmpty())
                .map(Options::element)
                .ifPresent(all::add);
        return all;
    }
}
