package org.ecsdelivery.common.settings;

import java.time.Duration;
import java.util.List;

/**
 * What a task of the new revision does before the service is changed, such as the migration of a database.
 *
 * @param command the command of the container whose image changes, argument by argument
 * @param timeout how long it may take, from the first try to start it
 */
public record Migration(List<String> command, Duration timeout) {
    /** Copies the list. */
    public Migration {
        command = List.copyOf(command);
    }

    /** Returns the command on one line. */
    public String inWords() {
        return String.join(" ", command);
    }
}
