package org.ecsdelivery.dsl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ecsdelivery.dsl.xml.Element;

/**
 * A build configuration or a template: what is checked out, what runs, when, and after what.
 *
 * @param <S> the configuration itself
 */
public abstract sealed class Configuration<S extends Configuration<S>> extends General<S> permits BuildType, Template {
    private final Project project;
    private final List<Placed<Step>> steps = new ArrayList<>();
    private final List<Placed<Checkout>> checkouts = new ArrayList<>();
    private final List<Placed<Condition>> requirements = new ArrayList<>();
    private final List<Placed<Trigger>> triggers = new ArrayList<>();
    private final List<Placed<Feature>> features = new ArrayList<>();
    private final List<Placed<ArtifactDependency>> artifactDependencies = new ArrayList<>();
    private final List<Placed<SnapshotDependency>> snapshotDependencies = new ArrayList<>();
    private final List<Placed<String>> disabled = new ArrayList<>();
    private final List<Placed<Element>> rawElements = new ArrayList<>();
    private final Cleanup cleanup = new Cleanup();

    Configuration(Project project, AbsoluteId id, String name) {
        super(id, name);
        this.project = project;
    }

    /** Adds a step behind those that are there, or in place of one that a template gives under the same id. */
    public final S step(Step step) {
        steps.add(Placed.here(step));
        return self();
    }

    /** Checks out a VCS root, whole or by rules such as {@code +:services/shop => .}. */
    public final S checkout(VcsRootReference root, String... rules) {
        checkouts.add(Placed.here(new Checkout(root, List.of(rules))));
        return self();
    }

    /** Asks of an agent what must hold for it to run a build. */
    public final S requires(Condition condition) {
        requirements.add(Placed.here(condition));
        return self();
    }

    /** Starts a build when something happens. */
    public final S trigger(Trigger trigger) {
        triggers.add(Placed.here(trigger));
        return self();
    }

    /** Adds a build feature or a failure condition. */
    public final S feature(Feature feature) {
        features.add(Placed.here(feature));
        return self();
    }

    /** Runs after a build of another configuration, of the same revision. */
    public final S after(BuildTypeReference other) {
        return after(SnapshotDependency.on(other));
    }

    /** Runs after a build of another configuration, such as {@code after(build, it -> it.reuse(Reuse.NO))}. */
    public final S after(BuildTypeReference other, UnaryOperator<SnapshotDependency> how) {
        return after(how.apply(SnapshotDependency.on(other)));
    }

    private S after(SnapshotDependency dependency) {
        snapshotDependencies.add(Placed.here(dependency));
        return self();
    }

    /** Takes artifacts of another configuration by rules such as {@code app/*.jar => libs}. */
    public final S takes(BuildTypeReference other, String rule, String... more) {
        return takes(ArtifactDependency.from(other, rule, more));
    }

    /** Takes artifacts of another configuration in a way of one's own. */
    public final S takes(ArtifactDependency dependency) {
        artifactDependencies.add(Placed.here(dependency));
        return self();
    }

    /** Keeps builds otherwise than the project does. */
    public final S cleanup(CleanupPolicy policy) {
        cleanup.policies().add(policy);
        return self();
    }

    /** Lets the clean-up remove artifacts that other builds depend on, or not. */
    public final S keepArtifactsOfDependencies(boolean kept) {
        cleanup.keepArtifactsOfDependencies(kept);
        return self();
    }

    /** Switches off steps, triggers, features or requirements by their ids, those of templates too. */
    public final S disable(String first, String... more) {
        disabled.add(Placed.here(first));
        Arrays.stream(more).map(Placed::here).forEach(disabled::add);
        return self();
    }

    /** Adds an element to the settings as it is, for what has no method here. */
    public final S element(Element element) {
        rawElements.add(Placed.here(element));
        return self();
    }

    final Project project() {
        return project;
    }

    final List<Placed<Step>> steps() {
        return steps;
    }

    final List<Placed<Checkout>> checkouts() {
        return checkouts;
    }

    final List<Placed<Condition>> requirements() {
        return requirements;
    }

    final List<Placed<Trigger>> triggers() {
        return triggers;
    }

    final List<Placed<Feature>> features() {
        return features;
    }

    final List<Placed<ArtifactDependency>> artifactDependencies() {
        return artifactDependencies;
    }

    final List<Placed<SnapshotDependency>> snapshotDependencies() {
        return snapshotDependencies;
    }

    final List<Placed<String>> disabled() {
        return disabled;
    }

    final List<Placed<Element>> rawElements() {
        return rawElements;
    }

    final Cleanup cleanup() {
        return cleanup;
    }

    /**
     * A VCS root with its rules.
     *
     * @param root the root
     * @param rules which of its directories go where
     */
    record Checkout(VcsRootReference root, List<String> rules) {}
}
