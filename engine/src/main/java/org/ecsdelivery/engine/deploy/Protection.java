package org.ecsdelivery.engine.deploy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.failure.EngineException;

/** Says of old tasks that still run whether they are protected from scale-in, which ECS heeds in deployments too. */
final class Protection {
    private final Fleet fleet;

    Protection(Fleet fleet) {
        this.fleet = fleet;
    }

    /** Returns a sentence for each of the tasks; what cannot be asked is said to be possible. */
    List<String> inWords(List<TaskState> tasks) {
        Optional<Map<String, Instant>> until = until(tasks);
        return tasks.stream()
                .map(task -> "task " + task.id() + " of " + RevisionState.shortId(task.taskDefinition()) + " still runs"
                        + until.map(known -> Optional.ofNullable(known.get(task.arn()))
                                        .map(end -> ": it is protected from scale-in until " + end
                                                + ", and ECS stops it after that.")
                                        .orElse(", although it is not protected from scale-in."))
                                .orElse(". It may be protected from scale-in; ECS stops it when that ends."))
                .toList();
    }

    /** Returns those of the tasks that are protected; all of them, where that cannot be asked. */
    List<TaskState> among(List<TaskState> tasks) {
        return until(tasks)
                .map(known -> tasks.stream()
                        .filter(task -> known.containsKey(task.arn()))
                        .toList())
                .orElse(tasks);
    }

    private Optional<Map<String, Instant>> until(List<TaskState> tasks) {
        if (tasks.isEmpty()) {
            return Optional.of(Map.of());
        }
        try {
            return Optional.of(
                    fleet.protectedUntil(tasks.stream().map(TaskState::arn).toList()));
        } catch (EngineException unseen) {
            return Optional.empty();
        }
    }
}
