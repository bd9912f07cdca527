package org.ecsdelivery.common.settings;

import java.util.List;
import java.util.Optional;

/**
 * What shall differ in the alarms that guard the deployments of a service.
 *
 * @param names the alarms to watch from now on; none to keep those of the service
 * @param what what ECS does when one goes off; empty to keep that
 */
public record AlarmChanges(List<String> names, Optional<OnAlarm> what) {
    /** The alarms stay as they are. */
    public static final AlarmChanges NONE = new AlarmChanges(List.of(), Optional.empty());

    /** Copies the names. */
    public AlarmChanges {
        names = List.copyOf(names);
    }

    /** Tells whether something changes. */
    public boolean any() {
        return !names.isEmpty() || what.isPresent();
    }
}
