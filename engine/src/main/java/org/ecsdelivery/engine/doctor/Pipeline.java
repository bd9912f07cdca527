package org.ecsdelivery.engine.doctor;

import java.util.List;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.ServiceState;

/**
 * A service and what it is deployed to.
 *
 * @param cluster the cluster, by name or ARN
 * @param service the service
 * @param revision the task definition that it runs
 * @param containers what the containers may use and where their output goes
 * @param entrances the ways from its load balancers to its tasks, one for each target group
 * @param alarms the alarms that its deployments watch
 * @param roles the roles of its task definition
 * @param repositories where its images come from
 */
public record Pipeline(
        String cluster,
        ServiceState service,
        RevisionState revision,
        Seen<List<ContainerFacts>> containers,
        Seen<List<Entrance>> entrances,
        Seen<List<AlarmFacts>> alarms,
        Seen<List<RoleFacts>> roles,
        Seen<List<RepositoryFacts>> repositories) {

    /** Returns how to name the service to a command. */
    String ofService() {
        return "--cluster " + cluster + " --service " + service.name();
    }
}
