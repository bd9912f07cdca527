package org.ecsdelivery.engine.ecs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.EcsApi.PauseAnswer;
import org.ecsdelivery.engine.time.VirtualTime;

/** ECS in memory keeps the contract, so tests of the deploy step may trust it. */
class InMemoryEcsTest extends EcsApiContract {
    private static final Staging STAGING = new Staging("POST_SCALE_UP", Optional.empty(), Optional.empty(), List.of());

    private InMemoryEcs ecs = new InMemoryEcs(new VirtualTime());
    private List<String> tasks = List.of();

    @Override
    protected void serviceRuns(int count) {
        tasks = IntStream.range(0, count).mapToObj(each -> "old" + each).toList();
        ecs = new InMemoryEcs(new VirtualTime(), tasks.toArray(String[]::new))
                .withContainers(APP, SIDECAR)
                .keepingRecords();
    }

    @Override
    protected void finishRollout() {
        tasks.forEach(id -> ecs.runTask("new-" + id, "ecs-svc/2"));
        tasks.forEach(id -> ecs.move(id, TaskStatus.STOPPED));
        ecs.dropDeployment("ecs-svc/1");
        ecs.rollout("ecs-svc/2", Rollout.COMPLETED, "");
        ecs.record(2, "SUCCESSFUL", "");
        Stream.of("deployment completed.", "has reached a steady state.").forEach(ecs::event);
    }

    @Override
    protected String waitsAtAPauseHook() {
        serviceRuns(1);
        ecs.staged(2, "IN_PROGRESS", "", STAGING);
        ecs.pause(answer ->
                ecs.staged(2, answer == PauseAnswer.CONTINUE ? "IN_PROGRESS" : "ROLLBACK_REQUESTED", "", STAGING));
        return ecs.serviceDeployments(cluster(), service()).get(0).arn();
    }

    @Override
    protected EcsApi ecs() {
        return ecs;
    }

    @Override
    protected void protect(String taskArn) {
        ecs.protect(taskArn.substring(taskArn.lastIndexOf('/') + 1), Instant.MAX);
    }

    @Override
    protected ClusterName cluster() {
        return InMemoryEcs.CLUSTER;
    }

    @Override
    protected ServiceName service() {
        return InMemoryEcs.SERVICE;
    }

    @Override
    protected String targetGroup() {
        return InMemoryEcs.GROUP;
    }
}
