package org.ecsdelivery.engine.task;

import org.ecsdelivery.common.settings.TaskOverrides;
import org.ecsdelivery.common.settings.TaskPlacement;
import org.ecsdelivery.common.settings.TaskSettings;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.engine.ecs.RunnableDefinition;
import org.ecsdelivery.engine.ecs.TaskRunApi;
import org.ecsdelivery.engine.ecs.TaskRunApi.Order;
import org.ecsdelivery.engine.event.TaskEvent;

/**
 * What the settings mean in this cluster, looked up once.
 *
 * @param settings the settings
 * @param definition the task definition
 * @param container the container that counts
 * @param placement where tasks run
 */
record TaskPlan(
        TaskSettings settings, RunnableDefinition definition, ContainerName container, TaskPlacement placement) {

    static TaskPlan of(TaskRunApi tasks, TaskSettings settings) {
        RunnableDefinition definition = tasks.definition(settings.definition());
        TaskChoice choice = new TaskChoice(settings, definition);
        ContainerName container = choice.container();
        TaskPlacement placement = settings.placement()
                .service()
                .map(service -> tasks.placeOf(settings.cluster(), service))
                .orElseGet(settings::placement);
        return new TaskPlan(settings, definition, container, choice.place(placement));
    }

    TaskEvent found() {
        return new TaskEvent.DefinitionFound(
                definition.revision().arn(),
                container.value(),
                definition.revision().containers().stream()
                        .filter(each -> each.log().isPresent())
                        .map(each -> each.name().value())
                        .toList());
    }

    Order order(TaskOverrides overrides, TaskOrigin origin, String token) {
        return new Order(
                settings.cluster(),
                definition.revision().arn(),
                container,
                overrides,
                placement,
                origin.startedBy(),
                token,
                origin.tags());
    }

    ContainerEnds ends() {
        return new ContainerEnds(container, definition.essential());
    }
}
