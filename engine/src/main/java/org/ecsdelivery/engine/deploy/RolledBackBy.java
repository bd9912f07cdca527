package org.ecsdelivery.engine.deploy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState;

/**
 * What made ECS go back.
 *
 * @param kind what kind of thing
 * @param alarms the CloudWatch alarms that went off
 * @param stage the lifecycle stage it had come to; empty for a rolling update
 */
public record RolledBackBy(Kind kind, List<String> alarms, Optional<String> stage) {
    private static final Pattern BREAKER = Pattern.compile("circuit breaker");
    private static final Pattern ALARM = Pattern.compile("\\balarms?\\b");
    private static final Pattern HOOK = Pattern.compile("lifecycle hook");
    private static final Pattern USER =
            Pattern.compile("\\buser\\b|\\brequest(?:ed)?\\b|\\bmanual(?:ly)?\\b|stopservicedeployment");

    /** Copies the list. */
    public RolledBackBy {
        alarms = List.copyOf(alarms);
    }

    /** Makes what made a rolling update go back. */
    public RolledBackBy(Kind kind, List<String> alarms) {
        this(kind, alarms, Optional.empty());
    }

    RolledBackBy at(Optional<String> lifecycleStage) {
        return new RolledBackBy(kind, alarms, lifecycleStage);
    }

    RolledBackBy byStep() {
        return new RolledBackBy(Kind.STEP, alarms, stage);
    }

    /** What kind of thing makes ECS go back. */
    public enum Kind {
        /** The deployment circuit breaker: too many tasks failed. */
        CIRCUIT_BREAKER,
        /** A CloudWatch alarm of the service. */
        ALARM,
        /** A deployment lifecycle hook of the service said no, or nothing in time. */
        LIFECYCLE_HOOK,
        /** This step said so at a pause hook of the service. */
        STEP,
        /** Somebody stopped the deployment (StopServiceDeployment). */
        USER,
        /** ECS does not say. */
        UNKNOWN
    }

    /**
     * Reads it from what ECS tells. Its record knows what the breaker and the alarms did; a hook and a user show only in its
     * words, which begin with "Service deployment rolled back because".
     *
     * @param record ECS's record of the deployment, where there is one and it may be read
     * @param reason all the reasons ECS gave
     */
    static RolledBackBy from(Optional<ServiceDeploymentState> record, String reason) {
        List<String> alarms =
                record.map(ServiceDeploymentState::triggeredAlarms).orElse(List.of());
        return new RolledBackBy(kind(record, alarms, words(record, reason)), alarms);
    }

    private static Kind kind(Optional<ServiceDeploymentState> record, List<String> alarms, String words) {
        if (HOOK.matcher(words).find()) {
            return Kind.LIFECYCLE_HOOK;
        }
        if (record.flatMap(ServiceDeploymentState::breaker)
                        .filter(ServiceDeploymentState.Breaker::triggered)
                        .isPresent()
                || BREAKER.matcher(words).find()) {
            return Kind.CIRCUIT_BREAKER;
        }
        if (!alarms.isEmpty() || ALARM.matcher(words).find()) {
            return Kind.ALARM;
        }
        boolean requested = record.filter(each -> each.status().equals("ROLLBACK_REQUESTED"))
                .isPresent();
        return requested || USER.matcher(words).find() ? Kind.USER : Kind.UNKNOWN;
    }

    /** The record's own words where it has some: those of the deployment speak of the breaker whatever the cause. */
    private static String words(Optional<ServiceDeploymentState> record, String reason) {
        return record.stream()
                .flatMap(each -> Stream.concat(each.rollbackReason().stream(), Stream.of(each.statusReason())))
                .filter(each -> !each.isBlank())
                .reduce((first, second) -> first + " " + second)
                .orElse(reason)
                .toLowerCase(Locale.ROOT);
    }
}
