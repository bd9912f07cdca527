package org.ecsdelivery.engine.share;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.EcsApi;
import org.ecsdelivery.engine.ecs.EcsApiContract;
import org.ecsdelivery.engine.ecs.InMemoryEcs;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.ecsdelivery.engine.time.VirtualTime;

/** ECS that is shared keeps the contract as ECS that is not. */
class SharedInMemoryEcsTest extends EcsApiContract {
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
    protected EcsApi ecs() {
        VirtualTime time = new VirtualTime();
        return new SharedAws(ecs, ecs, time, time).ecs();
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
