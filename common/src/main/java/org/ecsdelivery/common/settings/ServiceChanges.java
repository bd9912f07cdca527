package org.ecsdelivery.common.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * What shall differ in the service itself from the deployment on. Whatever is empty stays.
 *
 * @param desired how many tasks it shall run
 * @param gracePeriod how long ECS overlooks failed health checks of a new task
 * @param minimumHealthyPercent how many of the desired tasks must stay healthy
 * @param maximumPercent how many there may be of the desired tasks
 * @param breaker what the deployment circuit breaker does
 * @param alarms which alarms guard its deployments, and how
 */
public record ServiceChanges(
        Optional<Integer> desired,
        Optional<Duration> gracePeriod,
        Optional<Integer> minimumHealthyPercent,
        Optional<Integer> maximumPercent,
        Optional<CircuitBreaker> breaker,
        AlarmChanges alarms) {
    /** The service stays as it is. */
    public static final ServiceChanges NONE = new ServiceChanges(Optional.empty(), Optional.empty());

    /** Changes nothing of how the service is deployed. */
    public ServiceChanges(Optional<Integer> desired, Optional<Duration> gracePeriod) {
        this(desired, gracePeriod, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Changes nothing of the alarms. */
    public ServiceChanges(
            Optional<Integer> desired,
            Optional<Duration> gracePeriod,
            Optional<Integer> minimumHealthyPercent,
            Optional<Integer> maximumPercent,
            Optional<CircuitBreaker> breaker) {
        this(desired, gracePeriod, minimumHealthyPercent, maximumPercent, breaker, AlarmChanges.NONE);
    }

    /** Returns these changes with others of the alarms. */
    public ServiceChanges watching(AlarmChanges others) {
        return new ServiceChanges(desired, gracePeriod, minimumHealthyPercent, maximumPercent, breaker, others);
    }

    /** Tells whether it changes how the service is deployed. */
    public boolean reconfigures() {
        return minimumHealthyPercent.isPresent() || maximumPercent.isPresent() || breaker.isPresent() || alarms.any();
    }
}
