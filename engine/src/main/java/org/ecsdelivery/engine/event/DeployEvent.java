package org.ecsdelivery.engine.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.EcsApi.PauseAnswer;
import org.ecsdelivery.engine.ecs.ServiceEvent;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.ecs.TaskState;

/** What the deploy step tells. */
public sealed interface DeployEvent extends EngineEvent {

    /**
     * The service is there and can be deployed to.
     *
     * @param cluster its cluster
     * @param service its state before the deployment
     * @param oldTasks how many tasks it runs now
     * @param deregistrationDelay the longest deregistration delay of its target groups; zero without any
     */
    record ServiceFound(ClusterName cluster, ServiceState service, int oldTasks, Duration deregistrationDelay)
            implements DeployEvent {}

    /**
     * A tag was looked up, so that the revision names one image for ever.
     *
     * @param given the image as given
     * @param pinned the same by digest
     */
    record ImagePinned(ImageReference given, ImageReference pinned) implements DeployEvent {}

    /**
     * What the tasks of a revision run is the image that was deployed.
     *
     * @param taskDefinition ARN of the revision
     * @param image the image
     * @param tasks how many tasks were compared
     * @param untold of how many more ECS does not tell what they run
     */
    record ImageVerified(String taskDefinition, ImageReference image, int tasks, int untold) implements DeployEvent {}

    /**
     * Everything is known that is about to be done; nothing is changed yet.
     *
     * @param plan what is about to be done
     */
    record Planned(Plan plan) implements DeployEvent {}

    /**
     * The new revision exists.
     *
     * @param from ARN of the revision it was made from
     * @param to its ARN
     * @param container the container whose image changed
     * @param before the image before
     * @param image the image now
     */
    record RevisionRegistered(String from, String to, String container, String before, ImageReference image)
            implements DeployEvent {}

    /**
     * No revision is registered, for there is one that is just what it would be.
     *
     * @param revision what is there in place of a revision of ours
     * @param by who registered it, in words; empty when nobody knows
     */
    record RevisionReused(RevisionRegistered revision, String by) implements DeployEvent {
        /** Returns its ARN. */
        public String taskDefinition() {
            return revision.to();
        }
    }

    /**
     * The service is not updated, for it already heads for our revision, or is there: its deployment is followed as ours.
     *
     * @param deployment the deployment
     * @param at when we met it, by our clock
     */
    record DeploymentAdopted(DeploymentState deployment, Instant at) implements DeployEvent {}

    /**
     * A task of the new revision is about to run a command, before the service is changed.
     *
     * @param taskDefinition ARN of the revision
     * @param container the container that runs it
     * @param command the command, on one line
     */
    record MigrationDue(String taskDefinition, String container, String command) implements DeployEvent {}

    /**
     * An earlier migration of the service has not ended, and two must not run at once.
     *
     * @param task its task
     */
    record MigrationAwaited(TaskState task) implements DeployEvent {}

    /**
     * The command is not run: the service heads for the revision already, or runs it.
     *
     * @param taskDefinition ARN of the revision
     */
    record MigrationNeedless(String taskDefinition) implements DeployEvent {}

    /**
     * The command has ended well.
     *
     * @param taskArn ARN of the task that ran it
     * @param took how long that took
     */
    record MigrationDone(String taskArn, Duration took) implements DeployEvent {}

    /**
     * ECS has begun our deployment.
     *
     * @param deployment our deployment, from the answer to our own call
     * @param at when, by our clock
     */
    record DeploymentStarted(DeploymentState deployment, Instant at) implements DeployEvent {}

    /**
     * The counts of a deployment changed.
     *
     * @param deployment its state now
     */
    record RolloutObserved(DeploymentState deployment) implements DeployEvent {}

    /**
     * A deployment that shifts traffic came to another stage.
     *
     * @param stage the stage, as AWS writes it
     * @param bake how long it lasts, when it is the bake time
     * @param pause whether a hook of the service stands there that waits for a person
     * @param at when we saw it
     */
    record StageReached(String stage, Optional<Duration> bake, boolean pause, Instant at) implements DeployEvent {}

    /**
     * The step answered a pause hook of the service.
     *
     * @param stage the stage it stands at, as AWS writes it
     * @param answer the answer
     * @param at when
     */
    record PauseAnswered(String stage, PauseAnswer answer, Instant at) implements DeployEvent {}

    /**
     * Production traffic shifted.
     *
     * @param percent how much of it the new revision is to get now
     * @param at when we saw it
     */
    record TrafficShifted(double percent, Instant at) implements DeployEvent {}

    /**
     * ECS wrote a line about the service.
     *
     * @param event the line
     */
    record ServiceMessage(ServiceEvent event) implements DeployEvent {}

    /**
     * A task of our deployment failed.
     *
     * @param task the task
     * @param logLines the last lines its container wrote, oldest first
     */
    record TaskFailed(TaskState task, List<String> logLines) implements DeployEvent {}

    /**
     * The load balancer finds a task of our deployment unhealthy, for the first time.
     *
     * @param task its id
     * @param target its target, for the reader
     * @param group name of the target group
     * @param detail reason code and description as the load balancer words them
     */
    record TargetUnhealthy(String task, String target, String group, String detail) implements DeployEvent {}

    /**
     * A task of our deployment was seen, for the first time or at another place of its life. It says since when it is there by
     * AWS's clock, where it knows.
     *
     * @param task the task
     * @param targets its targets, for the reader
     * @param serves whether it runs and is healthy in every target group it belongs to
     * @param at when we saw it there
     */
    record NewTaskSeen(TaskState task, String targets, boolean serves, Instant at) implements DeployEvent {}

    /**
     * The circuit breaker counted another failure.
     *
     * @param failures how many it has counted
     * @param allowed at how many it gives the deployment up
     */
    record FailuresCounted(int failures, int allowed) implements DeployEvent {}

    /**
     * An old task serves, at the first look at it.
     *
     * @param task its id
     * @param targets its targets, for the reader
     * @param at when we saw it
     */
    record OldTaskFound(String task, String targets, Instant at) implements DeployEvent {}

    /**
     * An old task took a step down the ladder.
     *
     * @param task its id
     * @param targets its targets, for the reader
     * @param rung where it is now
     * @param at when we saw it there
     */
    record TaskStepped(String task, String targets, Rung rung, Instant at) implements DeployEvent {}

    /**
     * The deployment has come so far.
     *
     * @param level how far
     * @param took since the deployment started
     */
    record LevelReached(FinishLevel level, Duration took) implements DeployEvent {}

    /**
     * ECS is on its way back.
     *
     * @param to the deployment it goes back to
     * @param reason why, in ECS's own words
     */
    record RollingBack(DeploymentState to, String reason) implements DeployEvent {}

    /**
     * The step was stopped or out of time, and tries to have its deployment taken back.
     *
     * @param taskDefinition ARN of our revision
     * @param step how far that came
     * @param why what hindered it, or made it needless; empty else
     */
    record TurnedBack(String taskDefinition, TurnBackStep step, String why) implements DeployEvent {}

    /** How far the step came in having its deployment taken back. */
    enum TurnBackStep {
        /** ECS is being asked; no answer yet. */
        ASKED,
        /** ECS has taken the request. */
        TAKEN,
        /** There is nothing to take back. */
        NEEDLESS,
        /** It could not be done. */
        REFUSED
    }

    /**
     * A call waits for its turn for some time.
     *
     * @param action its IAM action
     * @param time how long it will wait
     */
    record TurnAwaited(String action, Duration time) implements DeployEvent {}

    /**
     * Old revisions can be used no more.
     *
     * @param taskDefinitions their ARNs, oldest first
     * @param kept how many of the newest were to stay
     */
    record RevisionsDeregistered(List<String> taskDefinitions, int kept) implements DeployEvent {
        /** Copies the list. */
        public RevisionsDeregistered {
            taskDefinitions = List.copyOf(taskDefinitions);
        }
    }

    /**
     * The step asks AWS no more.
     *
     * @param requests how many requests were sent, by IAM action such as {@code ecs:DescribeServices}; repeated ones count again
     */
    record AwsAsked(Map<String, Long> requests) implements DeployEvent {
        /** Copies the map. */
        public AwsAsked {
            requests = Map.copyOf(requests);
        }

        /** Returns how many requests were sent in all. */
        public long total() {
            return requests.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Nothing changed for a while.
     *
     * @param waitingFor what the step waits for
     * @param estimate how long that may take; zero when nobody can know
     */
    record StillWaiting(String waitingFor, Duration estimate) implements DeployEvent {}
}
