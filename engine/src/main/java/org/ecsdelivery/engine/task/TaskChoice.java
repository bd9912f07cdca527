package org.ecsdelivery.engine.task;

import java.util.List;
import java.util.stream.Collectors;
import org.ecsdelivery.common.settings.TaskPlacement;
import org.ecsdelivery.common.settings.TaskSettings;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.RunnableDefinition;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** Looks whether the task definition and the settings fit, before anything is started. */
final class TaskChoice {
    private final TaskSettings settings;
    private final RunnableDefinition definition;

    TaskChoice(TaskSettings settings, RunnableDefinition definition) {
        this.settings = settings;
        this.definition = definition;
    }

    /** Returns the container that counts. */
    ContainerName container() {
        List<ContainerName> all = definition.revision().containers().stream()
                .map(RevisionState.Container::name)
                .toList();
        String names = all.stream().map(ContainerName::value).collect(Collectors.joining(", "));
        if (settings.container().isEmpty()) {
            if (all.size() == 1) {
                return all.get(0);
            }
            throw wrongContainer("has several containers (" + names + ") and the step names none");
        }
        ContainerName wanted = settings.container().get();
        if (!all.contains(wanted)) {
            throw wrongContainer("has no container " + wanted + ", only " + names);
        }
        return wanted;
    }

    private EngineException wrongContainer(String what) {
        return new EngineException(
                FailureKind.CONTAINER_NOT_FOUND,
                "Task definition " + definition.revision().id() + " " + what,
                "",
                "Enter one in Container (task.container).");
    }

    /**
     * Returns the place as the task definition can use it: a service's network is of no use to a task without an interface of
     * its own, whereas one that the step names and that cannot be used is a mistake.
     */
    TaskPlacement place(TaskPlacement place) {
        boolean given = place.network().isPresent();
        boolean fromService = settings.placement().service().isPresent();
        if (definition.hasOwnNetwork() && !given) {
            throw fromService
                    ? wrongNetwork(
                            "uses network mode awsvpc, and the service has no subnets",
                            "Choose another Run on (task.launch) and enter Subnets (task.subnets).")
                    : wrongNetwork(
                            "uses network mode awsvpc, and the step names no subnet",
                            "Enter Subnets (task.subnets), and Security groups (task.securityGroups) where the default one"
                                    + " does not do; or run it as a service does (task.launch SERVICE).");
        }
        if (!definition.hasOwnNetwork() && given && !fromService) {
            String mode = definition.revision().networkMode();
            throw wrongNetwork(
                    "uses network mode " + (mode.isEmpty() ? "bridge" : mode) + ", in which a task has no subnets",
                    "Leave Subnets (task.subnets) empty, or use network mode awsvpc.");
        }
        return definition.hasOwnNetwork() ? place : place.withoutNetwork();
    }

    private EngineException wrongNetwork(String what, String remedy) {
        return new EngineException(
                FailureKind.INVALID_PARAMETERS,
                "Task definition " + definition.revision().id() + " " + what,
                "",
                remedy);
    }
}
