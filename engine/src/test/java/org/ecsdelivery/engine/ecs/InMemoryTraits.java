package org.ecsdelivery.engine.ecs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.value.ContainerName;

/** What a revision in memory holds besides images and tags. */
record InMemoryTraits(TaskTraits task, Map<String, Variables> variables, Map<String, List<String>> commands) {
    static final InMemoryTraits NONE = new InMemoryTraits(TaskTraits.NONE, Map.of(), Map.of());

    Variables variablesOf(String container) {
        return variables.getOrDefault(container, Variables.NONE);
    }

    List<String> commandOf(String container) {
        return commands.getOrDefault(container, List.of());
    }

    boolean areLike(InMemoryTraits others, String container) {
        return task.equals(others.task)
                && variablesOf(container).equals(others.variablesOf(container))
                && commandOf(container).equals(others.commandOf(container));
    }

    InMemoryTraits changedBy(ContainerName container, RevisionChanges changes) {
        Map<String, Variables> nextVariables = new LinkedHashMap<>(variables);
        nextVariables.put(container.value(), variablesOf(container.value()).changedBy(changes));
        Map<String, List<String>> nextCommands = new LinkedHashMap<>(commands);
        if (!changes.command().isEmpty()) {
            nextCommands.put(container.value(), changes.command());
        }
        return new InMemoryTraits(task.changedBy(changes), nextVariables, nextCommands);
    }
}
