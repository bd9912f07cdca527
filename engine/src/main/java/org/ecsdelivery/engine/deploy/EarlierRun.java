package org.ecsdelivery.engine.deploy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.EcsApi;
import org.ecsdelivery.engine.ecs.EcsApi.TaskList;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.EngineListener;

/**
 * What an earlier run of the same step left behind, wherever it was cut off: a revision that is what this run would register, and
 * a deployment of it. Taking them up lets the step end where one run would have ended.
 */
final class EarlierRun {
    private final EcsApi ecs;
    private final DeploySettings settings;
    private final Sight sight;
    private final EngineListener listener;

    EarlierRun(EcsApi ecs, DeploySettings settings, Sight sight, EngineListener listener) {
        this.ecs = ecs;
        this.settings = settings;
        this.sight = sight;
        this.listener = listener;
    }

    /** Returns the revision to use again. One that ECS gave up on the spot is not: without a change ECS would begin nothing. */
    Optional<String> revision(DeployPlan plan) {
        Optional<String> equal =
                ecs.equalRevision(plan.base().arn(), plan.container().name(), plan.image(), settings.changes());
        boolean stuck = plan.service()
                .primary()
                .filter(each -> each.rollout() == Rollout.FAILED)
                .filter(each -> equal.filter(each.taskDefinition()::equals).isPresent())
                .isPresent();
        Optional<String> usable = equal.filter(arn -> !stuck);
        usable.ifPresent(arn -> listener.on(new DeployEvent.RevisionReused(
                plan.bringing(arn), Origin.from(ecs.revision(arn)).inWords().orElse(""))));
        return usable;
    }

    /** Returns the deployment that already brings the revision. */
    Optional<DeploymentState> deployment(DeployPlan plan, String revision) {
        return plan.service().primary().filter(each -> each.taskDefinition().equals(revision));
    }

    /** Returns the plan of a run that comes after the update: what the deployment replaces may be on its way out already. */
    DeployPlan planOf(DeployPlan plan, DeploymentState adopted) {
        List<TaskState> leaving = sight.of(
                Sight.View.TASKS,
                List.of(),
                () -> ecs.tasks(
                        settings.cluster(), ecs.listTasks(settings.cluster(), settings.service(), TaskList.STOPPED)));
        return plan.replacing(Stream.concat(plan.oldTasks().stream(), leaving.stream())
                .filter(task -> !task.startedBy().equals(adopted.id()))
                .filter(task -> !task.isStopped())
                .toList());
    }

    /** Returns the plan of a run that brings a revision which was brought before: those records are not of this deployment. */
    DeployPlan planAgain(DeployPlan plan) {
        Set<String> known = sight.of(
                Sight.View.RECORD,
                Set.of(),
                () -> ecs.serviceDeployments(settings.cluster(), settings.service()).stream()
                        .map(ServiceDeploymentState::arn)
                        .collect(Collectors.toSet()));
        return plan.notCounting(known);
    }
}
