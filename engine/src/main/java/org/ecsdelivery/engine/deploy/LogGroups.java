package org.ecsdelivery.engine.deploy;

import java.util.List;
import org.ecsdelivery.engine.ecs.ContainerLogApi;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.RevisionState.LogTarget;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** Looks whether the log groups are there: a container whose group is missing cannot start (ECS developer guide, awslogs). */
final class LogGroups {
    private final ContainerLogApi logs;
    private final Checks checks;

    LogGroups(ContainerLogApi logs, Checks checks) {
        this.logs = logs;
        this.checks = checks;
    }

    void check(RevisionState definition) {
        List<String> groups = definition.containers().stream()
                .flatMap(each -> each.log().stream())
                .filter(log -> log.mustExist() && isInReach(log, definition))
                .map(LogTarget::group)
                .distinct()
                .toList();
        checks.look(
                "Whether the log groups are there was not checked",
                () -> groups.forEach(group -> checks.pass(() -> require(group, definition))));
    }

    /** The driver may write to another Region than that of the service, whose groups cannot be seen from here. */
    private static boolean isInReach(LogTarget log, RevisionState definition) {
        return log.region()
                .map(each -> definition.arn().contains(":" + each + ":"))
                .orElse(true);
    }

    private void require(String group, RevisionState definition) {
        if (!logs.hasGroup(group)) {
            throw new EngineException(
                    FailureKind.LOG_GROUP_MISSING,
                    "There is no log group " + group + ", which awslogs-group of " + definition.id()
                            + " names, so no task can start",
                    "",
                    "Create the log group, or set awslogs-create-group to true and allow logs:CreateLogGroup to the"
                            + " execution role.");
        }
    }
}
