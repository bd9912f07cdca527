package org.ecsdelivery.common.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is other in one task than in its task definition.
 *
 * @param command the command, argument by argument; empty for the one of the task definition
 * @param environment environment variables beside those of the task definition
 * @param cpu CPU units of the whole task
 * @param memory MiB of the whole task
 */
public record TaskOverrides(
        List<String> command, Map<String, String> environment, Optional<Integer> cpu, Optional<Integer> memory) {
    /** Nothing is other. */
    public static final TaskOverrides NONE = new TaskOverrides(List.of(), Map.of(), Optional.empty(), Optional.empty());

    /** Copies the collections; their order stays. */
    public TaskOverrides {
        command = List.copyOf(command);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    /** Tells whether nothing is other inside the container. */
    public boolean leaveTheContainerAsItIs() {
        return command.isEmpty() && environment.isEmpty();
    }

    /** Tells whether a text stands in the command or in a value of the environment. */
    public boolean mention(String text) {
        return Stream.concat(command.stream(), environment.values().stream()).anyMatch(each -> each.contains(text));
    }
}
