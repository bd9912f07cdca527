package org.ecsdelivery.aws;

import java.util.List;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.doctor.Pipeline;
import org.ecsdelivery.engine.doctor.PipelineApi;
import org.ecsdelivery.engine.doctor.Seen;
import org.ecsdelivery.engine.ecs.EcsApi;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.ServiceState;

/**
 * A service with all that it is deployed to.
 *
 * @param ecs the service and its revision
 * @param containers what the engine needs to know of containers for this only
 * @param entrances load balancers and security groups
 * @param alarms alarms and topics
 * @param roles IAM
 * @param repositories ECR
 */
record PipelineView(
        EcsApi ecs,
        ContainerLook containers,
        EntranceLook entrances,
        AlarmLook alarms,
        RoleLook roles,
        RepositoryLook repositories)
        implements PipelineApi {
    @Override
    public Pipeline pipeline(ClusterName cluster, ServiceName name) {
        ServiceState service = ecs.service(cluster, name);
        RevisionState revision = ecs.revision(service.taskDefinition());
        List<String> watched = service.rules().alarms().names();
        return new Pipeline(
                cluster.value(),
                service,
                revision,
                Seen.look(() -> containers.facts(revision.arn())),
                Seen.look(() -> entrances.of(cluster, name, service, revision)),
                Seen.look(() -> alarms.facts(watched)),
                Seen.look(() -> roles.facts(revision.traits())),
                Seen.look(() -> repositories.facts(service, revision)));
    }
}
