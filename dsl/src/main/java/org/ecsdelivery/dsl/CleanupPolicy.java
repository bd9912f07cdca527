package org.ecsdelivery.dsl;

import java.util.Map;
import java.util.TreeMap;
import org.ecsdelivery.dsl.model.Params;
import org.ecsdelivery.dsl.xml.Element;

/** How long builds are kept. It is a value: every setter returns a copy. */
public final class CleanupPolicy {
    private final CleanupLevel level;
    private final Map<String, String> parameters;

    private CleanupPolicy(CleanupLevel level, Map<String, String> parameters) {
        this.level = level;
        this.parameters = parameters;
    }

    /** Returns a policy that removes artifacts only. */
    public static CleanupPolicy ofArtifacts() {
        return of(CleanupLevel.ARTIFACTS);
    }

    /** Returns a policy of a level. */
    public static CleanupPolicy of(CleanupLevel level) {
        return new CleanupPolicy(level, Map.of());
    }

    /** Returns this policy keeping what is younger than a number of days. */
    public CleanupPolicy keepDays(int days) {
        return with("keepDays.count", Integer.toString(days));
    }

    /** Returns this policy keeping a number of successful builds. */
    public CleanupPolicy keepBuilds(int builds) {
        return with("keepBuilds.count", Integer.toString(builds));
    }

    /** Returns this policy for artifacts of patterns only. */
    public CleanupPolicy artifactPatterns(String first, String... more) {
        return with("artifactPatterns", Lines.of(first, more));
    }

    private CleanupPolicy with(String name, String value) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put(name, value);
        return new CleanupPolicy(level, all);
    }

    Element element() {
        return Element.of("policy")
                .with("type", "daysAndBuilds")
                .with("cleanup-level", level.name())
                .containing(Element.of("parameters").containing(Params.sorted(parameters)));
    }
}
