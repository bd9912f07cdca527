package org.ecsdelivery.common.settings;

import java.time.Duration;
import java.util.List;
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
 * @param providers the capacity providers that its tasks run on; none to keep where they run
 * @param propagateTags whose tags its tasks get
 */
public record ServiceChanges(
        Optional<Integer> desired,
        Optional<Duration> gracePeriod,
        Optional<Integer> minimumHealthyPercent,
        Optional<Integer> maximumPercent,
        Optional<CircuitBreaker> breaker,
        AlarmChanges alarms,
        List<CapacityShare> providers,
        Optional<PropagateTags> propagateTags) {
    /** The service stays as it is. */
    public static final ServiceChanges NONE = new ServiceChanges(Optional.empty(), Optional.empty());

    /** Copies the capacity providers. */
    public ServiceChanges {
        providers = List.copyOf(providers);
    }

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
        this(
                desired,
                gracePeriod,
                minimumHealthyPercent,
                maximumPercent,
                breaker,
                AlarmChanges.NONE,
                List.of(),
                Optional.empty());
    }

    /** Returns these changes with others of the alarms. */
    public ServiceChanges watching(AlarmChanges others) {
        return new ServiceChanges(
                desired, gracePeriod, minimumHealthyPercent, maximumPercent, breaker, others, providers, propagateTags);
    }

    /** Returns these changes with other capacity providers. */
    public ServiceChanges on(List<CapacityShare> others) {
        return new ServiceChanges(
                desired, gracePeriod, minimumHealthyPercent, maximumPercent, breaker, alarms, others, propagateTags);
    }

    /** Returns these changes with tasks that get other tags. */
    public ServiceChanges propagating(PropagateTags from) {
        return new ServiceChanges(
                desired,
                gracePeriod,
                minimumHealthyPercent,
                maximumPercent,
                breaker,
                alarms,
                providers,
                Optional.of(from));
    }

    /** Tells whether it changes how the service is deployed. */
    public boolean reconfigures() {
        return minimumHealthyPercent.isPresent() || maximumPercent.isPresent() || breaker.isPresent() || alarms.any();
    }
}
