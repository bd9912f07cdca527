package org.ecsdelivery.engine.report;

import java.util.List;
import java.util.stream.Collectors;
import org.ecsdelivery.engine.ecs.DeploymentRules;
import org.ecsdelivery.engine.ecs.TrafficRules;

/** What a plan says of a deployment that shifts traffic. */
final class TrafficSentences {
    private TrafficSentences() {}

    /** Returns how it goes on, with a colon before it. */
    static String pace(TrafficRules rules) {
        return ": all new tasks start beside the old ones, then production traffic shifts "
                + rules.step().map(TrafficSentences::steps).orElse("at once") + "; bake time "
                + Amount.of(rules.bake());
    }

    private static String steps(TrafficRules.Step step) {
        return "by " + StageSentences.percent(step.percent()) + " at a time, "
                + (step.times() == 1 ? "once" : step.times() + " times") + " with " + Amount.of(step.bake())
                + " after it, and then the rest";
    }

    /** Returns a sentence for each hook. */
    static List<String> hooks(TrafficRules rules) {
        return rules.hooks().stream()
                .map(hook -> "At " + hook.stages().stream().collect(Collectors.joining(", "))
                        + (hook.isPause()
                                ? " it waits until somebody continues or rolls back."
                                : " " + hook.target().orElse("") + " decides whether it goes on."))
                .toList();
    }

    /** Returns what the circuit breaker does: it watches rolling updates only (ECS developer guide, circuit breaker). */
    static String breaker(DeploymentRules rules) {
        return "the deployment circuit breaker does not watch strategy " + rules.strategy();
    }
}
