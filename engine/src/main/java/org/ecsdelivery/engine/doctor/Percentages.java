package org.ecsdelivery.engine.doctor;

import java.util.List;
import org.ecsdelivery.engine.ecs.RollingUpdate;
import org.ecsdelivery.engine.ecs.ServiceState;

/** A deployment needs room for a new task beside the old ones, or leave to stop an old one first. */
final class Percentages implements Rule {
    @Override
    public String id() {
        return "percentages";
    }

    @Override
    public List<Finding> findings(Pipeline pipeline) {
        ServiceState service = pipeline.service();
        RollingUpdate update = RollingUpdate.of(service.desired(), service.rules());
        if (!service.rules().isRolling() || update.canFinish()) {
            return List.of();
        }
        boolean daemon = service.rules().isDaemon();
        String configuration = daemon
                ? "minimumHealthyPercent=" + update.sufficientMinimumPercent()
                : "maximumPercent=" + Math.max(update.sufficientMaximumPercent(), 100);
        return List.of(new Finding(
                id(),
                Severity.ERROR,
                "service " + service.name(),
                "minimumHealthyPercent " + update.minimumHealthyPercent() + " and maximumPercent "
                        + update.maximumPercent() + " at the desired count " + update.desired(),
                "They keep " + update.minimum() + " healthy and allow " + update.maximum()
                        + " tasks, so that ECS can neither start a new task nor stop an old one",
                "aws ecs update-service " + pipeline.ofService() + " --deployment-configuration " + configuration));
    }
}
