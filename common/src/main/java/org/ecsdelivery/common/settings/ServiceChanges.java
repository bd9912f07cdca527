package org.ecsdelivery.common.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * What shall differ in the service itself from the deployment on. Whatever is empty stays.
 *
 * @param desired how many tasks it shall run
 * @param gracePeriod how long ECS overlooks failed health checks of a new task
 */
public record ServiceChanges(Optional<Integer> desired, Optional<Duration> gracePeriod) {
    /** The service stays as it is. */
    public static final ServiceChanges NONE = new ServiceChanges(Optional.empty(), Optional.empty());
}
