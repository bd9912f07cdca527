package org.ecsdelivery.engine.doctor;

import java.util.List;
import org.ecsdelivery.engine.ecs.ServiceState;

/** A task that still starts must not be killed for it. */
final class NoGracePeriod implements Rule {
    @Override
    public String id() {
        return "health-check-grace";
    }

    @Override
    public List<Finding> findings(Pipeline pipeline) {
        ServiceState service = pipeline.service();
        boolean checked = !service.loadBalancers().isEmpty();
        if (!checked || !service.rules().gracePeriod().isZero()) {
            return List.of();
        }
        return List.of(new Finding(
                id(),
                Severity.WARNING,
                "service " + service.name(),
                "healthCheckGracePeriodSeconds is 0",
                "A task that takes longer to start than the target group has patience is killed while it starts, again"
                        + " and again",
                "aws ecs update-service " + pipeline.ofService()
                        + " --health-check-grace-period-seconds 60, with more than the application takes to start"));
    }
}
