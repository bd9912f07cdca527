package org.ecsdelivery.common.policy;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the policies of a project and of all projects above it come to. All hold at once, so whoever adds one can only tighten: the order
 * does not matter, and a policy counts once. Where there is none, personal builds deploy nothing and push images with tags of their own.
 *
 * @param policies those that could be read
 * @param unreadable the others; where there is one, nothing is deployed
 */
public record EffectivePolicy(Set<PlacedPolicy> policies, Set<UnreadablePolicy> unreadable) {
    private static final Comparator<PolicySource> BY_SOURCE =
            Comparator.comparing(PolicySource::project).thenComparing(PolicySource::feature);

    /** Copies the sets. */
    public EffectivePolicy {
        policies = Set.copyOf(policies);
        unreadable = Set.copyOf(unreadable);
    }

    /** Returns what holds where there is no policy. */
    public static EffectivePolicy none() {
        return new EffectivePolicy(Set.of(), Set.of());
    }

    /** Returns what a single policy comes to. */
    public static EffectivePolicy of(PolicySource source, DeployPolicy policy) {
        return new EffectivePolicy(Set.of(new PlacedPolicy(source, policy)), Set.of());
    }

    /** Returns what a single policy that nobody can read comes to. */
    public static EffectivePolicy unreadable(PolicySource source, String problem) {
        return new EffectivePolicy(Set.of(), Set.of(new UnreadablePolicy(source, problem)));
    }

    /** Returns what this and another policy come to. */
    public EffectivePolicy and(EffectivePolicy other) {
        return new EffectivePolicy(union(policies, other.policies), union(unreadable, other.unreadable));
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
        Set<T> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** Returns why the build must not deploy to the place, or run a task in it; nothing when it may. */
    public List<Refusal> refusals(PolicedBuild build, Place place) {
        Refusals refusals = new Refusals(build, place);
        unreadable.stream()
                .sorted(Comparator.comparing(UnreadablePolicy::source, BY_SOURCE))
                .forEach(refusals::unreadable);
        List<PlacedPolicy> protecting = protecting(place);
        protecting.forEach(refusals::ofProtecting);
        if (build.personal() && protecting.isEmpty() && personalDeploys() == PersonalDeploys.NOTHING) {
            refusals.personal(forbiddingPersonalDeploys());
        }
        return refusals.all();
    }

    /** Returns what becomes of a second deployment to the place. */
    public OneAtATime oneAtATime(Place place) {
        return protecting(place).stream()
                .map(each -> each.policy().oneAtATime())
                .max(Comparator.naturalOrder())
                .orElse(OneAtATime.OFF);
    }

    /** Returns the policies that protect the place. */
    public List<PlacedPolicy> protecting(Place place) {
        return sorted().stream().filter(each -> each.policy().protects(place)).toList();
    }

    /** Returns the policies in the order of where they stand. */
    public List<PlacedPolicy> sorted() {
        return policies.stream()
                .sorted(Comparator.comparing(PlacedPolicy::source, BY_SOURCE))
                .toList();
    }

    /** Returns what personal builds may deploy to. */
    public PersonalDeploys personalDeploys() {
        return policies.isEmpty() || forbiddingPersonalDeploys().isPresent()
                ? PersonalDeploys.NOTHING
                : PersonalDeploys.UNPROTECTED;
    }

    /** Returns the policy because of which personal builds push nothing. */
    public Optional<PolicySource> forbiddingPersonalImages() {
        return sorted().stream()
                .filter(each -> each.policy().personalImages() == PersonalImages.NOTHING)
                .map(PlacedPolicy::source)
                .findFirst();
    }

    /** Returns the policy because of which personal builds deploy nothing. */
    public Optional<PolicySource> forbiddingPersonalDeploys() {
        return sorted().stream()
                .filter(each -> each.policy().personalDeploys() == PersonalDeploys.NOTHING)
                .map(PlacedPolicy::source)
                .findFirst();
    }
}
