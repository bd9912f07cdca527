package org.ecsdelivery.engine.ecs;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.DefinitionFile;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.settings.ServiceChanges;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.TransientFailure;

/**
 * What the deploy step wants of ECS. Pages and batches are the adapter's affair. Every method may throw {@link AccessDenied}
 * and {@link TransientFailure}.
 */
public interface EcsApi extends RevisionShelf {
    /**
     * Looks at a service.
     *
     * @throws EngineException when the cluster or the service does not exist
     */
    ServiceState service(ClusterName cluster, ServiceName service);

    /** Looks at services; those that do not exist are missing in the answer. */
    List<ServiceState> services(ClusterName cluster, Collection<ServiceName> services);

    /** Looks at a task definition revision. */
    RevisionState revision(String taskDefinitionArn);

    /**
     * Reads a task definition file, as it will be registered.
     *
     * @param baseArn the revision that the service runs: what the file leaves out of family and tags is as there
     * @throws EngineException when the file holds no task definition, naming line and field
     */
    FileState definition(String baseArn, DefinitionFile file);

    /**
     * Registers the next revision: everything as in the base, or in the file that the changes name, only the container's image
     * differs and what else the changes name.
     *
     * @param tags tags to add to those of the base
     * @return the ARN of the new revision
     */
    String register(
            String baseArn,
            ContainerName container,
            ImageReference image,
            RevisionChanges changes,
            Map<String, String> tags);

    /**
     * Finds a revision that is just what {@link #register} would make, and has the tags that the changes name: the base itself, or the newest of its family.
     *
     * @return its ARN
     */
    Optional<String> equalRevision(
            String baseArn, ContainerName container, ImageReference image, RevisionChanges changes);

    /** Brings a revision to a service that stays as it is otherwise. The answer already holds the new deployment. */
    default ServiceState update(ClusterName cluster, ServiceName service, String taskDefinitionArn) {
        return update(cluster, service, taskDefinitionArn, ServiceChanges.NONE);
    }

    /** Brings a revision to a service and changes the service itself. The answer already holds the new deployment. */
    ServiceState update(ClusterName cluster, ServiceName service, String taskDefinitionArn, ServiceChanges changes);

    /** Does the same, and begins a deployment even where the service runs the revision already. */
    ServiceState deployAgain(
            ClusterName cluster, ServiceName service, String taskDefinitionArn, ServiceChanges changes);

    /** Lists the tasks that the service runs, or has decided to stop and still keeps, by ARN. */
    List<String> listTasks(ClusterName cluster, ServiceName service, TaskList which);

    /** Looks at tasks; those that ECS has forgotten are missing in the answer. */
    List<TaskState> tasks(ClusterName cluster, Collection<String> taskArns);

    /** Returns until when tasks are protected from scale-in, by ARN; those that are not are missing in the answer. */
    Map<String, Instant> protectedUntil(ClusterName cluster, Collection<String> taskArns);

    /** Returns the EC2 instance id of each container instance. */
    Map<String, String> instances(ClusterName cluster, Collection<String> containerInstanceArns);

    /** Returns ECS's records of the newest deployments, newest first, at most 20. */
    List<ServiceDeploymentState> serviceDeployments(ClusterName cluster, ServiceName service);

    /**
     * Has ECS take back a deployment that is under way; one that is already on its way back stays on it.
     *
     * @param serviceDeploymentArn ARN of ECS's record of it
     * @throws EngineException when it is over, or ECS cannot take it back
     */
    void turnBack(String serviceDeploymentArn);

    /**
     * Answers every pause hook at which a deployment waits.
     *
     * @param serviceDeploymentArn ARN of ECS's record of it
     * @return how many waited for an answer
     * @throws EngineException when ECS does not take an answer, as when somebody else gave one first
     */
    int answerPauses(String serviceDeploymentArn, PauseAnswer answer);

    /** An answer to a pause hook. */
    enum PauseAnswer {
        /** The deployment goes on. */
        CONTINUE,
        /** It goes back. */
        ROLL_BACK
    }

    /** Which tasks to list. */
    enum TaskList {
        /** Tasks that shall run. */
        RUNNING,
        /** Tasks that shall stop or have stopped. */
        STOPPED
    }
}
