package org.ecsdelivery.engine.ecs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a deployment that shifts traffic goes on (ECS API reference, DeploymentConfiguration): blue/green, linear and canary.
 *
 * @param bake how long old and new tasks both stay after the whole shift
 * @param step how much traffic shifts at a time; empty when all shifts at once
 * @param hooks who has a say on the way
 */
public record TrafficRules(Duration bake, Optional<Step> step, List<Hook> hooks) {
    /** No traffic is shifted. */
    public static final TrafficRules NONE = new TrafficRules(Duration.ZERO, Optional.empty(), List.of());

    /** Copies the list. */
    public TrafficRules {
        hooks = List.copyOf(hooks);
    }

    /**
     * A step of a linear or canary shift.
     *
     * @param percent how much of the traffic it shifts
     * @param bake how long ECS waits after it
     * @param times how many such steps there are before the rest shifts without waiting
     */
    public record Step(double percent, Duration bake, int times) {}

    /**
     * A lifecycle hook.
     *
     * @param stages the stages it stands at, as AWS writes them
     * @param target ARN of the function that is asked; empty when the deployment waits for a person
     */
    public record Hook(List<String> stages, Optional<String> target) {
        /** Copies the list. */
        public Hook {
            stages = List.copyOf(stages);
        }

        /** Tells whether the deployment waits here until somebody decides. */
        public boolean isPause() {
            return target.isEmpty();
        }
    }

    /** Returns how long the steps take before all traffic is on the new tasks, at least. */
    public Duration ofSteps() {
        return step.map(each -> each.bake().multipliedBy(each.times())).orElse(Duration.ZERO);
    }
}
