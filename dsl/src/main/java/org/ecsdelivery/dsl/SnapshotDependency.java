package org.ecsdelivery.dsl;

import java.util.Map;
import java.util.TreeMap;
import org.ecsdelivery.dsl.model.Options;
import org.ecsdelivery.dsl.xml.Element;

/** How a build depends on another of the same chain and revision. It is a value: every setter returns a copy. */
public final class SnapshotDependency {
    private static final String REUSE = "take-started-build-with-same-revisions";
    private static final String REUSE_SUCCESSFUL = "take-successful-builds-only";
    private static final String ON_FAILURE = "run-build-if-dependency-failed";
    private static final String ON_CANCEL = "run-build-if-dependency-failed-to-start";

    private final BuildTypeReference source;
    private final Map<String, String> options;

    private SnapshotDependency(BuildTypeReference source, Map<String, String> options) {
        this.source = source;
        this.options = options;
    }

    /** Returns a dependency that reuses a successful build of the same revision and lets nothing start after a failure. */
    public static SnapshotDependency on(BuildTypeReference source) {
        return new SnapshotDependency(source, Map.of(REUSE, "true", REUSE_SUCCESSFUL, "true"));
    }

    /** Returns this dependency taking other builds that are there already. */
    public SnapshotDependency reuse(Reuse which) {
        return without(REUSE)
                .without(REUSE_SUCCESSFUL)
                .withIf(which != Reuse.NO, REUSE, "true")
                .withIf(which == Reuse.SUCCESSFUL, REUSE_SUCCESSFUL, "true");
    }

    /** Returns this dependency doing something else when the other build fails. */
    public SnapshotDependency onFailure(OnFailedDependency what) {
        return without(ON_FAILURE).withIf(what != OnFailedDependency.FAIL_TO_START, ON_FAILURE, written(what));
    }

    /** Returns this dependency doing something else when the other build does not start or is cancelled. */
    public SnapshotDependency onCancel(OnFailedDependency what) {
        return without(ON_CANCEL).withIf(what != OnFailedDependency.FAIL_TO_START, ON_CANCEL, written(what));
    }

    /** Returns this dependency whose two builds run on one agent, the later one in the directory that the earlier one left. */
    public SnapshotDependency onTheSameAgent() {
        return with("run-build-on-the-same-agent", "true");
    }

    /** Returns this dependency whose two builds may be of different revisions. */
    public SnapshotDependency ofAnyRevision() {
        return with("sync-revisions", "false");
    }

    /** Returns this dependency with an option by its raw name. */
    public SnapshotDependency with(String option, String value) {
        Map<String, String> all = new TreeMap<>(options);
        all.put(option, value);
        return new SnapshotDependency(source, all);
    }

    private SnapshotDependency withIf(boolean wanted, String option, String value) {
        return wanted ? with(option, value) : this;
    }

    private SnapshotDependency without(String option) {
        Map<String, String> rest = new TreeMap<>(options);
        rest.remove(option);
        return new SnapshotDependency(source, rest);
    }

    private static String written(OnFailedDependency what) {
        return switch (what) {
            case FAIL_TO_START -> "MAKE_FAILED_TO_START";
            case IGNORE -> "RUN";
            case ADD_PROBLEM -> "RUN_ADD_PROBLEM";
            case CANCEL -> "CANCEL";
        };
    }

    BuildTypeReference source() {
        return source;
    }

    Element element() {
        Element element = Element.of("depend-on").with("sourceBuildTypeId", source.id());
        return options.isEmpty() ? element : element.containing(Options.element(options));
    }
}
