package org.ecsdelivery.common.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is other in one task than in its task definition.
 *
 * @param command the command, argument by argument; empty for the one of the task definition
 * @param environment environment variables beside those of the task definition
 * @param cpu CPU units of the whole task
 * @param memory MiB of the whole task
 * @param envFile the env file of the build that the container gets
 */
public record TaskOverrides(
        List<String> command,
        Map<String, String> environment,
        Optional<Integer> cpu,
        Optional<Integer> memory,
        Optional<EnvFileUse> envFile) {
    /** Nothing is other. */
    public static final TaskOverrides NONE = new TaskOverrides(List.of(), Map.of(), Optional.empty(), Optional.empty());

    /** Takes no env file. */
    public TaskOverrides(
            List<String> command, Map<String, String> environment, Optional<Integer> cpu, Optional<Integer> memory) {
        this(command, environment, cpu, memory, Optional.empty());
    }

    /** Copies the collections; their order stays. */
    public TaskOverrides {
        command = List.copyOf(command);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    /** Returns these with an env file to take. */
    public TaskOverrides from(EnvFileUse file) {
        return new TaskOverrides(command, environment, cpu, memory, Optional.of(file));
    }

    /** Returns these with the variables of the env file that they name. What they say of a variable themselves counts. */
    public TaskOverrides taking(Map<String, String> variables) {
        Map<String, String> all = new LinkedHashMap<>(variables);
        all.keySet().removeAll(environment.keySet());
        EnvFileUse use = envFile.orElseThrow().giving(Set.of(), all.keySet());
        all.putAll(environment);
        return new TaskOverrides(command, all, cpu, memory, Optional.of(use));
    }

    /** Tells whether a variable is of the env file, whose values are taken to the letter. */
    public boolean isOfFile(String variable) {
        return envFile.filter(use -> use.plain().contains(variable)).isPresent();
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
