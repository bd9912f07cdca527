package org.ecsdelivery.common.settings;

import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.value.CoverageMetric;

/**
 * What the coverage step reads, publishes and demands.
 *
 * @param search where the reports are
 * @param publication what becomes of them
 * @param patch which lines count as changed
 * @param gate what is demanded
 */
public record CoverageSettings(CoverageSearch search, Publication publication, PatchSource patch, CoverageGate gate) {

    /**
     * What is published besides the figures.
     *
     * @param html which HTML
     * @param directory the directory of a ready-made report, from the working directory
     * @param blocks what TeamCity's block coverage shows
     */
    public record Publication(Html html, Optional<String> directory, Blocks blocks) {}

    /** What TeamCity's block coverage shows. */
    public enum Blocks {
        /** Nothing. */
        NONE,
        /** Byte code instructions of JaCoCo. */
        INSTRUCTIONS,
        /** Statements. */
        STATEMENTS;

        /** Returns what is counted. */
        public Optional<CoverageMetric> metric() {
            return CoverageMetric.of(name());
        }
    }

    /** Which HTML report is published. */
    public enum Html {
        /** Ours. */
        OWN,
        /** One that a tool has made. */
        READY_MADE,
        /** None. */
        NONE
    }

    /**
     * Where changed lines come from.
     *
     * @param kind where
     * @param where the git revision to compare with, or the path of the diff, from the working directory
     */
    public record PatchSource(Kind kind, Optional<String> where) {
        /** No lines count as changed. */
        public static final PatchSource NONE = new PatchSource(Kind.OFF, Optional.empty());

        /** Kinds of sources. */
        public enum Kind {
            /** None. */
            OFF,
            /** What {@code git} says differs from the merge base with a revision. */
            GIT,
            /** A file in the unified diff format. */
            DIFF,
            /** All lines of the files that TeamCity says the changes of the build touch. */
            FILES
        }
    }

    /** What is done when there is no report. */
    public enum WhenMissing {
        /** The build fails. */
        ERROR,
        /** The build log warns. */
        WARNING,
        /** The build log says so. */
        NOTHING
    }

    /**
     * Where reports are, and what they mean.
     *
     * @param reports Ant-like patterns from the working directory, in order; empty for where the usual tools write
     * @param excluded patterns of source files that do not count
     * @param paths rules that turn paths of reports into paths of the checkout, the first that fits
     * @param whenMissing what happens when nothing is found
     * @param older whether reports from before the build count
     */
    public record CoverageSearch(
            List<String> reports,
            List<String> excluded,
            List<PathRule> paths,
            WhenMissing whenMissing,
            boolean older) {}

    /**
     * How a path of a report becomes one of the checkout.
     *
     * @param from what the path starts with, with forward slashes
     * @param to what takes its place; empty for the checkout directory
     */
    public record PathRule(String from, String to) {}
}
