package org.ecsdelivery.engine.ecs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.settings.AlarmChanges;
import org.ecsdelivery.common.settings.CircuitBreaker;
import org.ecsdelivery.common.settings.OnAlarm;
import org.ecsdelivery.common.settings.ServiceChanges;

/**
 * How a service is deployed (ECS API reference, DeploymentConfiguration).
 *
 * @param strategy ROLLING, BLUE_GREEN, LINEAR or CANARY
 * @param scheduling REPLICA, or DAEMON for one task on each instance
 * @param minimumHealthyPercent how many of the desired tasks must stay healthy
 * @param maximumPercent how many there may be of the desired tasks
 * @param gracePeriod how long ECS overlooks failed health checks of a new task
 * @param breaks whether the deployment circuit breaker is on
 * @param rollsBack whether the deployment circuit breaker goes back too
 * @param alarms which alarms make a deployment fail
 * @param traffic how traffic is shifted, for other strategies than ROLLING
 */
public record DeploymentRules(
        String strategy,
        String scheduling,
        int minimumHealthyPercent,
        int maximumPercent,
        Duration gracePeriod,
        boolean breaks,
        boolean rollsBack,
        Alarms alarms,
        TrafficRules traffic) {
    /**
     * The CloudWatch alarms that make a deployment fail.
     *
     * @param names their names; none when the service watches none
     * @param rollsBack whether ECS goes back too
     */
    public record Alarms(List<String> names, boolean rollsBack) {
        /** No alarm is watched. */
        public static final Alarms NONE = new Alarms(List.of(), false);

        /** Copies the names. */
        public Alarms {
            names = List.copyOf(names);
        }

        /** Returns these alarms with the changes. */
        Alarms changedBy(AlarmChanges changes) {
            return changes.what().equals(Optional.of(OnAlarm.OFF))
                    ? NONE
                    : new Alarms(
                            changes.names().isEmpty() ? names : changes.names(),
                            changes.what().map(OnAlarm.ROLL_BACK::equals).orElse(rollsBack));
        }

        /** Returns what ECS does when one goes off. */
        public OnAlarm onAlarm() {
            if (names.isEmpty()) {
                return OnAlarm.OFF;
            }
            return rollsBack ? OnAlarm.ROLL_BACK : OnAlarm.FAIL;
        }
    }

    /** Makes rules without alarms. */
    public DeploymentRules(
            String strategy,
            String scheduling,
            int minimumHealthyPercent,
            int maximumPercent,
            Duration gracePeriod,
            boolean breaks,
            boolean rollsBack) {
        this(
                strategy,
                scheduling,
                minimumHealthyPercent,
                maximumPercent,
                gracePeriod,
                breaks,
                rollsBack,
                Alarms.NONE,
                TrafficRules.NONE);
    }

    /** Returns these rules with the changes. */
    public DeploymentRules changedBy(ServiceChanges changes) {
        return new DeploymentRules(
                strategy,
                scheduling,
                changes.minimumHealthyPercent().orElse(minimumHealthyPercent),
                changes.maximumPercent().orElse(maximumPercent),
                changes.gracePeriod().orElse(gracePeriod),
                changes.breaker().map(each -> each != CircuitBreaker.OFF).orElse(breaks),
                changes.breaker().map(each -> each == CircuitBreaker.ROLL_BACK).orElse(rollsBack),
                alarms.changedBy(changes.alarms()),
                traffic);
    }

    /** Returns what the deployment circuit breaker does. */
    public CircuitBreaker breaker() {
        if (!breaks) {
            return CircuitBreaker.OFF;
        }
        return rollsBack ? CircuitBreaker.ROLL_BACK : CircuitBreaker.FAIL;
    }

    /** Returns these rules with other alarms. */
    public DeploymentRules watching(Alarms others) {
        return new DeploymentRules(
                strategy,
                scheduling,
                minimumHealthyPercent,
                maximumPercent,
                gracePeriod,
                breaks,
                rollsBack,
                others,
                traffic);
    }

    /** Returns these rules for a deployment that shifts traffic. */
    public DeploymentRules shifting(String otherStrategy, TrafficRules others) {
        return new DeploymentRules(
                otherStrategy,
                scheduling,
                minimumHealthyPercent,
                maximumPercent,
                gracePeriod,
                breaks,
                rollsBack,
                alarms,
                others);
    }

    /** Tells whether old tasks are replaced by new ones step by step, within the two percentages. */
    public boolean isRolling() {
        return strategy.equals("ROLLING");
    }

    /** Tells whether each instance runs one task. */
    public boolean isDaemon() {
        return scheduling.equals("DAEMON");
    }
}
