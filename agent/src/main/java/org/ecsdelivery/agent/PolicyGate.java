package org.ecsdelivery.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jetbrains.buildServer.agent.BuildRunnerContext;
import org.ecsdelivery.common.policy.BuildBranch;
import org.ecsdelivery.common.policy.EffectivePolicy;
import org.ecsdelivery.common.policy.OneAtATime;
import org.ecsdelivery.common.policy.Place;
import org.ecsdelivery.common.policy.PolicedBuild;
import org.ecsdelivery.common.policy.PolicyHandover;
import org.ecsdelivery.common.policy.Refusal;
import org.ecsdelivery.common.policy.Starter;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.TaskSettings;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/**
 * Lets a step change only what the policies of its project let it change. The server has told what they are when the build started; only
 * the step knows what the references in its settings came to, so nobody gets past a policy by a parameter.
 */
final class PolicyGate {
    private final PolicyHandover handover;

    private PolicyGate(PolicyHandover handover) {
        this.handover = handover;
    }

    /**
     * Returns the gate of a step.
     *
     * @throws EngineException when nobody can read what the server told
     */
    static PolicyGate of(BuildRunnerContext context) {
        String text = context.getRunnerParameters().getOrDefault(PolicyHandover.PARAMETER, "");
        boolean personal = context.getBuild().isPersonal();
        try {
            return new PolicyGate(text.isEmpty() ? nothingTold(personal) : PolicyHandover.parse(text));
        } catch (IllegalArgumentException unreadable) {
            throw new EngineException(
                    FailureKind.POLICY,
                    "What the server told of policies (" + PolicyHandover.PARAMETER + ") cannot be read",
                    String.valueOf(unreadable.getMessage()),
                    "Take a parameter of that name out of the step's settings, and see that server and agent have the same"
                            + " version of the plugin.",
                    unreadable);
        }
    }

    private static PolicyHandover nothingTold(boolean personal) {
        return new PolicyHandover(
                EffectivePolicy.none(),
                new PolicedBuild(personal, BuildBranch.only(), Starter.nobody()),
                Set.of(),
                List.of());
    }

    /**
     * Refuses to deploy to services that the build must not change.
     *
     * @throws EngineException when there is one, telling of all of them
     */
    void requireDeployable(List<DeploySettings> services) {
        List<Refusal> refusals = Stream.concat(
                        handover.refusals().stream().map(text -> new Refusal(false, text, "")),
                        services.stream().map(PolicyGate::place).flatMap(this::refusals))
                .distinct()
                .toList();
        require(refusals);
    }

    /**
     * Refuses to run a task where the build must change nothing.
     *
     * @throws EngineException when it must not
     */
    void requireRunnable(TaskSettings settings) {
        require(refusals(new Place(settings.cluster(), settings.placement().service()))
                .toList());
    }

    /** Returns what the server could not see to; full sentences. */
    List<String> unwatched(List<DeploySettings> services) {
        List<String> lines = new ArrayList<>();
        for (DeploySettings each : services) {
            Place place = place(each);
            OneAtATime rule = handover.policy().oneAtATime(place);
            if (rule != OneAtATime.OFF && !handover.watched().contains(place)) {
                lines.add("A policy wants one deployment of " + place + " at a time (" + rule
                        + "), but its name was known only after the build had begun: nothing keeps another build from deploying"
                        + " to it now. Name cluster and service without parameters that the build sets.");
            }
        }
        return lines;
    }

    /** Tells who started the build, for images of personal builds to be told apart. */
    Optional<String> user() {
        return handover.build().starter().user();
    }

    /**
     * Refuses to push in a personal build where a policy says so.
     *
     * @throws EngineException when it does
     */
    void requirePersonalImages() {
        handover.policy().forbiddingPersonalImages().ifPresent(source -> {
            throw new EngineException(
                    FailureKind.PERSONAL_BUILD,
                    "A personal build pushes no image: " + source + " says so",
                    "",
                    "Commit the changes and run the build without the personal option.");
        });
    }

    private Stream<Refusal> refusals(Place place) {
        return handover.policy().refusals(handover.build(), place).stream();
    }

    private static Place place(DeploySettings settings) {
        return Place.of(settings.cluster(), settings.service());
    }

    private static void require(List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            return;
        }
        FailureKind kind =
                refusals.stream().allMatch(Refusal::personal) ? FailureKind.PERSONAL_BUILD : FailureKind.POLICY;
        if (refusals.size() == 1) {
            throw new EngineException(
                    kind, refusals.get(0).fact(), "", refusals.get(0).remedy());
        }
        throw new EngineException(
                kind,
                "The policies of the project refuse it",
                refusals.stream().map(Refusal::text).collect(Collectors.joining("\n")),
                "");
    }
}
