package org.ecsdelivery.engine.deploy;

import java.util.Optional;
import java.util.function.Supplier;
import org.ecsdelivery.engine.deploy.DeployResult.WayBack;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState;
import org.ecsdelivery.engine.ecs.ServiceState;

/**
 * Where a deployment that shifts traffic is heading. Its old tasks stay until the end, and what the service's own list of
 * deployments shows meanwhile is not documented: ECS's record of it decides.
 */
final class StagedCourse {
    private final DeployPlan plan;
    private final ServiceState service;

    StagedCourse(DeployPlan plan, ServiceState service) {
        this.plan = plan;
        this.service = service;
    }

    Course of(ServiceDeploymentState record, DeploymentState own, Supplier<String> reason) {
        if (record.isRolledBack()) {
            return new Course.HeadingBack(before(own), reason.get());
        }
        return switch (record.status()) {
            case "SUCCESSFUL" -> new Course.Completed();
            case "STOPPED" ->
                overtaking(own).<Course>map(Course.Overtaken::new).orElseGet(() -> new Course.GivenUp(reason.get()));
            default -> new Course.UnderWay();
        };
    }

    /** Tells how far the way back is; empty while it goes on. */
    static Optional<WayBack> end(ServiceDeploymentState record) {
        return switch (record.status()) {
            case "ROLLBACK_SUCCESSFUL", "STOPPED" -> Optional.of(WayBack.COMPLETE);
            case "ROLLBACK_FAILED" -> Optional.of(WayBack.FAILED);
            default -> Optional.empty();
        };
    }

    private Optional<DeploymentState> overtaking(DeploymentState own) {
        return service.primary().filter(each -> !each.id().equals(own.id()) && !plan.knew(each.id()));
    }

    private DeploymentState before(DeploymentState own) {
        return service.deployments().stream()
                .filter(each -> !each.id().equals(own.id()))
                .findFirst()
                .or(() -> plan.service().primary())
                .orElse(own);
    }
}
