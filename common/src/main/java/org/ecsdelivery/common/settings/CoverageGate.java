package org.ecsdelivery.common.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.common.value.Percent;

/**
 * What coverage must be for the build to succeed.
 *
 * @param minimums the least shares, in the order they are given
 * @param components parts of the project by name, each with the patterns of its files
 * @param ratchet what must not fall
 * @param partial whether only part of the tests ran: nothing is demanded then, and nothing becomes a baseline
 */
public record CoverageGate(
        List<Minimum> minimums, Map<String, List<String>> components, Ratchet ratchet, boolean partial) {
    /** Nothing is demanded. */
    public static final CoverageGate OPEN = new CoverageGate(List.of(), Map.of(), Ratchet.OFF, false);

    /**
     * A least share.
     *
     * @param scope of what
     * @param metric counted how
     * @param least the share
     */
    public record Minimum(Scope scope, CoverageMetric metric, Percent least) {}

    /**
     * What a demand is about.
     *
     * @param kind all files, changed lines or one component
     * @param component its name
     */
    public record Scope(Kind kind, Optional<String> component) {
        /** All files. */
        public static final Scope TOTAL = new Scope(Kind.TOTAL, Optional.empty());
        /** The changed lines. */
        public static final Scope CHANGED = new Scope(Kind.CHANGED, Optional.empty());

        /** Kinds of scopes. */
        public enum Kind {
            /** All files. */
            TOTAL,
            /** The changed lines. */
            CHANGED,
            /** One component. */
            COMPONENT
        }

        /** One component. */
        public static Scope component(String name) {
            return new Scope(Kind.COMPONENT, Optional.of(name));
        }
    }

    /**
     * What must not fall below the baseline. A share that fell while what is uncovered did not grow is let pass: covered code was removed.
     *
     * @param metrics what is compared; empty for nothing
     * @param baseline where the figures to compare with come from
     * @param file the file of a baseline, from the working directory
     * @param tolerance by how many percentage points a share may fall
     */
    public record Ratchet(Set<CoverageMetric> metrics, Baseline baseline, Optional<String> file, Percent tolerance) {
        /** Nothing is compared. */
        public static final Ratchet OFF = new Ratchet(Set.of(), Baseline.BUILD, Optional.empty(), Percent.ZERO);

        /** Where a baseline comes from. */
        public enum Baseline {
            /** The last successful build of the branch, or of the default branch. */
            BUILD,
            /** A file, which the step writes too. */
            FILE
        }
    }
}
