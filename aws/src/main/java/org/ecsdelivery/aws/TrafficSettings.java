package org.ecsdelivery.aws;

import java.time.Duration;
import java.util.Optional;
import org.ecsdelivery.engine.ecs.TrafficRules;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CanaryConfiguration;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.DeploymentLifecycleHook;
import software.amazon.awssdk.services.ecs.model.LinearConfiguration;

/** Reads how a service shifts traffic; what ECS leaves out is what ECS takes for it (ECS API reference, DeploymentConfiguration). */
final class TrafficSettings {
    private TrafficSettings() {}

    static TrafficRules of(DeploymentConfiguration given) {
        String strategy = Optional.ofNullable(given.strategyAsString()).orElse("ROLLING");
        if (strategy.equals("ROLLING")) {
            return TrafficRules.NONE;
        }
        return new TrafficRules(
                minutes(given.bakeTimeInMinutes(), 0),
                switch (strategy) {
                    case "LINEAR" -> Optional.of(linear(given.linearConfiguration()));
                    case "CANARY" -> Optional.of(canary(given.canaryConfiguration()));
                    default -> Optional.empty();
                },
                given.lifecycleHooks().stream().map(TrafficSettings::hook).toList());
    }

    private static TrafficRules.Step linear(@Nullable LinearConfiguration given) {
        double percent = given == null || given.stepPercent() == null ? 10 : given.stepPercent();
        return new TrafficRules.Step(
                percent,
                minutes(given == null ? null : given.stepBakeTimeInMinutes(), 6),
                Math.max(0, (int) Math.ceil(100 / percent) - 1));
    }

    private static TrafficRules.Step canary(@Nullable CanaryConfiguration given) {
        return new TrafficRules.Step(
                given == null || given.canaryPercent() == null ? 5 : given.canaryPercent(),
                minutes(given == null ? null : given.canaryBakeTimeInMinutes(), 10),
                1);
    }

    /** A hook without a target waits for a person. */
    private static TrafficRules.Hook hook(DeploymentLifecycleHook hook) {
        return new TrafficRules.Hook(hook.lifecycleStagesAsStrings(), Optional.ofNullable(hook.hookTargetArn()));
    }

    private static Duration minutes(@Nullable Integer given, int usual) {
        return Duration.ofMinutes(given == null ? usual : given);
    }
}
