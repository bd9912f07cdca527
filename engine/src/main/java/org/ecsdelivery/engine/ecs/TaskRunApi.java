package org.ecsdelivery.engine.ecs;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.TaskOverrides;
import org.ecsdelivery.common.settings.TaskPlacement;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.common.value.TaskDefinitionName;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.TransientFailure;

/** What the task step wants of ECS. Every method may throw {@link AccessDenied} and {@link TransientFailure}. */
public interface TaskRunApi {
    /**
     * Looks a task definition up.
     *
     * @throws EngineException when there is none of that name
     */
    RunnableDefinition definition(TaskDefinitionName name);

    /**
     * Looks up where the tasks of a service run.
     *
     * @return the place, by launch type, capacity providers and network
     * @throws EngineException when the cluster or the service does not exist, or runs where no task can be started
     */
    TaskPlacement placeOf(ClusterName cluster, ServiceName service);

    /**
     * Asks for one task. An interrupt of the calling thread is not obeyed at once: a task whose ARN nobody knows is one that
     * nobody stops, so the answer is waited for a moment longer.
     *
     * @return the task, or why ECS did not start it
     * @throws EngineException when the cluster does not exist or ECS refuses the request
     * @throws Cancelled when the thread was interrupted and the answer did not come in that moment
     */
    Attempt run(Order order);

    /**
     * Finds the tasks of a family that somebody started and that have not stopped, those that are about to stop included.
     *
     * @param startedBy who started them, as in {@link Order#startedBy()}
     */
    List<TaskState> unfinished(ClusterName cluster, String family, String startedBy);

    /** Looks at tasks; those that ECS does not know, or not any more, are missing in the answer. */
    List<TaskState> tasks(ClusterName cluster, Collection<String> taskArns);

    /** Looks at a task; nothing when ECS does not know it, or not any more. */
    default Optional<TaskState> task(ClusterName cluster, String taskArn) {
        return tasks(cluster, List.of(taskArn)).stream().findFirst();
    }

    /** Tells a task to stop, also on a thread that was interrupted; one that is gone already is none to complain about. */
    void stop(ClusterName cluster, String taskArn, String reason);

    /**
     * Which task to start.
     *
     * @param cluster the cluster
     * @param taskDefinition ARN of the revision
     * @param container the container that the overrides are for
     * @param overrides what is other than in the revision
     * @param placement where it runs, by itself and not by a service's name
     * @param startedBy who started it, at most 36 characters
     * @param token by which ECS knows a request that is repeated, at most 64 characters
     * @param tags its tags
     */
    record Order(
            ClusterName cluster,
            String taskDefinition,
            ContainerName container,
            TaskOverrides overrides,
            TaskPlacement placement,
            String startedBy,
            String token,
            Map<String, String> tags) {}

    /**
     * What came of one request.
     *
     * @param task the task, when there is one
     * @param failures why there is none
     */
    record Attempt(Optional<TaskState> task, List<RunFailure> failures) {
        /** Copies the list. */
        public Attempt {
            failures = List.copyOf(failures);
        }
    }
}
