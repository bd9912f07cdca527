package org.ecsdelivery.engine.doctor;

import java.util.List;
import org.ecsdelivery.engine.ecs.DeploymentRules;

/** Something must take back a deployment whose tasks do not start. */
final class NoCircuitBreaker implements Rule {
    @Override
    public String id() {
        return "circuit-breaker";
    }

    @Override
    public List<Finding> findings(Pipeline pipeline) {
        DeploymentRules rules = pipeline.service().rules();
        if (!rules.isRolling() || rules.breaks() && rules.rollsBack()) {
            return List.of();
        }
        return List.of(new Finding(
                id(),
                Severity.WARNING,
                "service " + pipeline.service().name(),
                rules.breaks()
                        ? "the deployment circuit breaker is on, but does not roll back"
                        : "the deployment circuit breaker is off",
                rules.breaks()
                        ? "A deployment whose tasks do not start fails, and stays as it is"
                        : "ECS starts tasks that fail for ever, and nothing takes the deployment back",
                "aws ecs update-service " + pipeline.ofService() + " --deployment-configuration"
                        + " deploymentCircuitBreaker={enable=true,rollback=true}"));
    }
}
