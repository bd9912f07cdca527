package org.ecsdelivery.engine.report;

import java.util.List;
import java.util.stream.Collectors;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.RunFailure;
import org.ecsdelivery.engine.event.TaskEvent;
import org.ecsdelivery.engine.event.TaskEvent.DefinitionFound;
import org.ecsdelivery.engine.event.TaskEvent.LogWritten;
import org.ecsdelivery.engine.event.TaskEvent.NoRoom;
import org.ecsdelivery.engine.event.TaskEvent.TaskBegun;
import org.ecsdelivery.engine.event.TaskEvent.TaskSeen;
import org.ecsdelivery.engine.event.TaskEvent.TaskStopAsked;
import org.ecsdelivery.engine.report.Passage.Level;
import org.ecsdelivery.engine.report.Passage.Line;
import org.ecsdelivery.engine.report.Passage.Progress;

/** The sentences of the task step. */
final class TaskSentences {
    private TaskSentences() {}

    static List<Passage> of(TaskEvent event) {
        if (event instanceof LogWritten written) {
            return log(written);
        }
        if (event instanceof TaskSeen seen) {
            return List.of(new Progress("Task " + seen.task().id() + " is "
                    + seen.task().status() + ", " + Amount.of(seen.running()) + " after its start was asked for."));
        }
        if (event instanceof NoRoom noRoom) {
            return List.of(new Line(
                    Level.WARNING,
                    "ECS has no room for the task: "
                            + noRoom.failures().stream()
                                    .map(RunFailure::toString)
                                    .distinct()
                                    .collect(Collectors.joining("; "))
                            + ". Asking again in " + Amount.of(noRoom.untilNext()) + "."));
        }
        if (event instanceof TaskStopAsked asked) {
            return List.of(new Line(
                    Level.WARNING,
                    "Task " + RevisionState.shortId(asked.taskArn()) + " was told to stop: " + asked.why() + "."));
        }
        return List.of(new Line(Level.NORMAL, sentence(event)));
    }

    private static List<Passage> log(LogWritten written) {
        String start = written.from().isEmpty() ? "" : "[" + written.from() + "] ";
        return written.text()
                .lines()
                .<Passage>map(line -> new Line(Level.NORMAL, start + line))
                .toList();
    }

    private static String sentence(TaskEvent event) {
        if (event instanceof DefinitionFound found) {
            return "Container " + found.container() + " of " + RevisionState.shortId(found.taskDefinition())
                    + " is to run; " + logs(found.logs());
        }
        if (event instanceof TaskBegun begun) {
            return "ECS began task " + begun.task().id() + " of "
                    + RevisionState.shortId(begun.task().taskDefinition()) + ".";
        }
        throw new IllegalArgumentException("No sentence for " + event);
    }

    private static String logs(List<String> containers) {
        return containers.isEmpty()
                ? "no container of it writes to CloudWatch Logs (log driver awslogs), so there is no log to follow."
                : "the log of " + String.join(", ", containers) + " follows.";
    }
}
