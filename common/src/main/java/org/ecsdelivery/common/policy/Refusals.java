package org.ecsdelivery.common.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Gathers, in words, why a build must not change a place. */
final class Refusals {
    private final PolicedBuild build;
    private final Place place;
    private final List<Refusal> all = new ArrayList<>();

    Refusals(PolicedBuild build, Place place) {
        this.build = build;
        this.place = place;
    }

    List<Refusal> all() {
        return List.copyOf(all);
    }

    void unreadable(UnreadablePolicy policy) {
        all.add(new Refusal(
                false,
                "Nothing may be done to " + place + ", since " + policy.source() + " cannot be read: "
                        + policy.problem(),
                "Mend it in the settings of the project."));
    }

    void ofProtecting(PlacedPolicy placed) {
        PolicySource source = placed.source();
        DeployPolicy policy = placed.policy();
        if (build.personal()) {
            all.add(new Refusal(
                    true,
                    "A personal build must not change " + place + ", which " + source + " protects ("
                            + PolicyParameters.ENVIRONMENTS.label() + ": " + words(policy.environments()) + ")",
                    "Commit the changes and run the build without the personal option."));
        }
        if (!policy.admits(build.branch())) {
            all.add(new Refusal(
                    false,
                    "A build of " + build.branch() + " must not change " + place + ": " + source + " says "
                            + PolicyParameters.BRANCHES.label() + ": " + words(policy.branches()),
                    "Run the build on such a branch, or have the policy changed."));
        }
        if (!policy.admits(build.starter())) {
            all.add(new Refusal(
                    false,
                    "A build started by " + build.starter() + " must not change " + place + ": " + source + " says "
                            + PolicyParameters.DEPLOYERS.label() + ": " + words(policy.deployers()),
                    "Have one of them run the build, or have the policy changed."));
        }
    }

    void personal(Optional<PolicySource> because) {
        all.add(new Refusal(
                true,
                "A personal build deploys nothing and runs no task, since it may hold changes that nobody has committed: it"
                        + " must not change " + place
                        + because.map(source -> " (" + source + ")").orElse(""),
                "Commit the changes and run the build without the personal option to deploy them. A policy of the project may"
                        + " let personal builds deploy to services that are not protected ("
                        + PolicyParameters.PERSONAL_DEPLOYS.label() + ")."));
    }

    private static String words(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
