package org.ecsdelivery.engine.ecs;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.ecs.EcsApi.TaskList;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** The world that the contract of {@link EcsApi} is tried in, and what its parts ask of it. */
abstract class EcsContractWorld {
    /** The container that takes the requests, on port 8080. */
    protected static final String APP = "app";
    /** The container beside it. */
    protected static final String SIDECAR = "proxy";

    static final ServiceName NOBODY = new ServiceName("nobody");
    static final ClusterName NOWHERE = new ClusterName("nowhere");
    static final ImageReference NEW_IMAGE = ImageReference.parse("registry.example.org/web:2");

    /** Puts the service into the world, in steady state, with containers {@link #APP} and {@link #SIDECAR}. */
    protected abstract void serviceRuns(int tasks);

    /** Lets ECS bring the rollout that was begun to its good end. */
    protected abstract void finishRollout();

    /** Makes a deployment wait at a pause hook of the service; returns the ARN of its record. */
    protected abstract String waitsAtAPauseHook();

    /** Returns the adapter under test. */
    protected abstract EcsApi ecs();

    /** Protects a task from scale-in for a while. */
    protected abstract void protect(String taskArn);

    /** Returns the cluster of the service. */
    protected abstract ClusterName cluster();

    /** Returns the service. */
    protected abstract ServiceName service();

    /** Returns the ARN of the target group that the service's tasks are registered in. */
    protected abstract String targetGroup();

    ServiceState look() {
        return ecs().service(cluster(), service());
    }

    String registered() {
        return registered(Map.of());
    }

    String registered(Map<String, String> tags) {
        return ecs().register(look().taskDefinition(), new ContainerName(APP), NEW_IMAGE, RevisionChanges.NONE, tags);
    }

    ServiceState deployed() {
        return ecs().update(cluster(), service(), registered());
    }

    List<String> list(TaskList which) {
        return ecs().listTasks(cluster(), service(), which);
    }

    List<TaskState> described(TaskList which) {
        return ecs().tasks(cluster(), list(which));
    }

    static void assertFailsWith(FailureKind kind, String name, ThrowingCallable call) {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(call)
                .withMessageContaining(name)
                .extracting(EngineException::kind)
                .isEqualTo(kind);
    }
}
