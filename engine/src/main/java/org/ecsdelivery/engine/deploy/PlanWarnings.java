package org.ecsdelivery.engine.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.ecs.TrafficRules;

/** What a deployment will stumble over although it can be begun, each with the rule and the value that it is about. */
final class PlanWarnings {
    private final DeploySettings settings;
    private final DeployPlan plan;
    private final ServiceState service;
    private final List<String> found = new ArrayList<>();

    private PlanWarnings(DeploySettings settings, DeployPlan plan) {
        this.settings = settings;
        this.plan = plan;
        this.service = plan.target();
    }

    static List<String> of(DeploySettings settings, DeployPlan plan) {
        PlanWarnings warnings = new PlanWarnings(settings, plan);
        warnings.drain();
        warnings.noTasks();
        warnings.noWayBack();
        warnings.runningDeployment();
        new Feasible(plan.target()).warning().ifPresent(warnings.found::add);
        warnings.shortOfTime();
        warnings.shorterThanTheBake();
        return List.copyOf(warnings.found);
    }

    private void drain() {
        if (service.targetGroups().isEmpty()) {
            found.add("The service has no target group, so nothing tells when connections are drained:"
                    + " an old task counts as drained when its containers are told to stop.");
        }
    }

    private void noTasks() {
        if (service.desired() == 0) {
            found.add("The desired count of the service is 0: no task will start, so the image is not tried.");
        }
    }

    private void noWayBack() {
        if (!plan.hasCompletedDeployment()) {
            found.add("No deployment of this service has completed yet, so ECS has none to roll back to if this one"
                    + " fails.");
        }
    }

    private void runningDeployment() {
        service.primary()
                .filter(each -> each.rollout() == DeploymentState.Rollout.IN_PROGRESS)
                .filter(each -> !plan.imageBefore().equals(plan.image().toString()))
                .ifPresent(each ->
                        found.add("Deployment " + each.id() + " of " + RevisionState.shortId(each.taskDefinition())
                                + " is still in progress and will be replaced."
                                + Origin.from(plan.base())
                                        .inWords()
                                        .map(who -> " Its revision was registered by " + who + ".")
                                        .orElse("")));
    }

    private void shortOfTime() {
        plan.worstCase()
                .map(worst -> worst.until(settings.finishLevel()))
                .filter(worst -> worst.compareTo(settings.timeout()) > 0)
                .ifPresent(worst -> found.add(DeployParameters.TIMEOUT.label() + " ("
                        + DeployParameters.TIMEOUT.name() + ") is "
                        + settings.timeout().toMinutes()
                        + ", but the deployment may take up to " + minutes(worst) + " min until "
                        + settings.finishLevel()
                        + " although nothing fails. Raise it, or choose an earlier "
                        + DeployParameters.FINISH_LEVEL.label() + " (" + DeployParameters.FINISH_LEVEL.name()
                        + ")."));
    }

    /** Whatever else a shift of traffic takes, it waits that long. */
    private void shorterThanTheBake() {
        TrafficRules traffic = service.rules().traffic();
        boolean toTheEnd = settings.finishLevel().includes(FinishLevel.DEPLOYED);
        Duration waits = traffic.ofSteps().plus(toTheEnd ? traffic.bake() : Duration.ZERO);
        if (waits.compareTo(settings.timeout()) >= 0) {
            found.add(DeployParameters.TIMEOUT.label() + " (" + DeployParameters.TIMEOUT.name() + ") is "
                    + settings.timeout().toMinutes() + ", but the service waits " + minutes(waits)
                    + " min in all for its traffic to prove itself. Raise it, or choose an earlier "
                    + DeployParameters.FINISH_LEVEL.label() + " (" + DeployParameters.FINISH_LEVEL.name() + ").");
        }
    }

    private static long minutes(Duration duration) {
        return duration.plusSeconds(59).toMinutes();
    }
}
