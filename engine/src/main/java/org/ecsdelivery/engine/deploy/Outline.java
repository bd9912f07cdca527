package org.ecsdelivery.engine.deploy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.engine.ecs.RollingUpdate;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.event.Plan;

/** Puts what the preflight found into the plan that is told before anything is changed. */
final class Outline {
    private final DeploySettings settings;
    private final DeployPlan found;
    private final ServiceState service;

    private Outline(DeploySettings settings, DeployPlan found) {
        this.settings = settings;
        this.found = found;
        this.service = found.target();
    }

    static Plan of(DeploySettings settings, DeployPlan found) {
        return new Outline(settings, found).plan();
    }

    private Plan plan() {
        List<Plan.Difference> differences = Differences.of(settings, found);
        return new Plan(
                settings.cluster(),
                service,
                differences,
                pace(),
                settings.finishLevel(),
                found.worstCase().map(worst -> worst.until(settings.finishLevel())),
                delay(),
                found.completed(),
                PlanNotes.of(
                        settings, found, Differences.ofRevision(settings, found).size()));
    }

    private Optional<Plan.Pace> pace() {
        RollingUpdate update = RollingUpdate.of(service.desired(), service.rules());
        return Optional.of(new Plan.Pace(
                        update.minimum(), update.maximum(), update.surge(), update.atATime(), update.batches()))
                .filter(pace -> service.rules().isRolling());
    }

    private Optional<Duration> delay() {
        return Optional.of(found.longestDelay())
                .filter(delay ->
                        found.groups().complete() && !service.targetGroups().isEmpty());
    }
}
