package org.ecsdelivery.sandbox.aws.elb;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** One registered target, its state and who wants to hear of it. */
final class Target {
    final TargetId id;
    /** HTTP status with which the health checks fail; empty when they pass. */
    final OptionalInt failing;

    final Consumer<TargetState> watcher;
    TargetState state = TargetState.INITIAL;

    Target(TargetId id, OptionalInt failing, Consumer<TargetState> watcher) {
        this.id = id;
        this.failing = failing;
        this.watcher = watcher;
    }

    /** Answers the reason code; only an Application Load Balancer looks at the code of the answer. */
    Optional<String> reason(boolean network) {
        return switch (state) {
            case INITIAL -> Optional.of("Elb.RegistrationInProgress");
            case UNHEALTHY, UNHEALTHY_DRAINING ->
                Optional.of(network ? "Target.FailedHealthChecks" : "Target.ResponseCodeMismatch");
            case UNAVAILABLE -> Optional.of("Target.HealthCheckDisabled");
            case DRAINING -> Optional.of("Target.DeregistrationInProgress");
            case HEALTHY, GONE -> Optional.empty();
        };
    }

    Optional<String> description(boolean network) {
        return switch (state) {
            case INITIAL -> Optional.of("Target registration is in progress");
            case UNHEALTHY, UNHEALTHY_DRAINING ->
                Optional.of(
                        network
                                ? "Health checks failed"
                                : "Health checks failed with these codes: [" + failing.orElse(502) + "]");
            case UNAVAILABLE -> Optional.of("Health checks are disabled for this target");
            case DRAINING -> Optional.of("Target deregistration is in progress");
            case HEALTHY, GONE -> Optional.empty();
        };
    }
}
