package org.ecsdelivery.engine.report;

import java.util.ArrayList;
import java.util.List;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.ecs.TaskState.ContainerState;
import org.ecsdelivery.engine.event.DeployEvent.TaskFailed;

/** The digest of a failed task: code, each container's end, ECS's own words, the last lines of the log. */
final class FailedTaskSentences {
    private FailedTaskSentences() {}

    static List<String> of(TaskFailed failed) {
        TaskState task = failed.task();
        List<String> lines = new ArrayList<>();
        lines.add("Task " + task.id() + " failed"
                + task.stopCode().map(code -> ": " + code).orElse("") + ".");
        task.containers().forEach(each -> lines.add("    Container " + each.name() + ": " + end(each)));
        task.stoppedReason().ifPresent(reason -> lines.add("    ECS: " + reason));
        if (!failed.logLines().isEmpty()) {
            lines.add("    Its last log lines:");
            failed.logLines().forEach(line -> lines.add("        " + line));
        }
        return lines;
    }

    static String end(ContainerState container) {
        return container.exitCode().map(ExitCode::explained).orElse("no exit code")
                + container.reason().map(reason -> ", " + reason).orElse("");
    }
}
