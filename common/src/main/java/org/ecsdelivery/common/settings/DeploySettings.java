package org.ecsdelivery.common.settings;

import java.time.Duration;
import java.util.Optional;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ServiceName;

/**
 * What the deploy step shall bring to which service, and how far it shall follow.
 *
 * @param cluster the cluster
 * @param service the service
 * @param container the container whose image changes; empty when the task definition has only one
 * @param image the new image, by digest or by tag
 * @param finishLevel how far the deployment must have come
 * @param timeout how long the step follows at most
 * @param changes what else differs in the next revision
 * @param serviceChanges what differs in the service itself
 * @param access how to reach AWS
 * @param dryRun whether to end with the plan, before anything is changed
 * @param force whether to begin a deployment even where the service runs an equal revision already
 * @param onStop what becomes of the deployment when the step is stopped or out of time
 * @param onPause what the step does when ECS waits at a pause hook
 * @param pipelineCheck what the step makes of what is wrong with the surroundings of the service
 * @param failedTaskLogLines how many of the last log lines of each failed container are shown
 * @param migration what runs before the service is changed
 * @param keepRevisions how many of the newest revisions stay when older ones are deregistered; empty to keep all
 */
public record DeploySettings(
        ClusterName cluster,
        ServiceName service,
        Optional<ContainerName> container,
        ImageReference image,
        FinishLevel finishLevel,
        Duration timeout,
        RevisionChanges changes,
        ServiceChanges serviceChanges,
        AwsAccess access,
        boolean dryRun,
        boolean force,
        OnStop onStop,
        OnPause onPause,
        PipelineCheck pipelineCheck,
        int failedTaskLogLines,
        Optional<Migration> migration,
        Optional<Integer> keepRevisions) {
    /** Begins with what every deployment needs. */
    public static DeploySettingsBuilder of(ClusterName cluster, ServiceName service, ImageReference image) {
        return new DeploySettingsBuilder(cluster, service, image);
    }

    /** Begins with these settings. */
    public DeploySettingsBuilder toBuilder() {
        return of(cluster, service, image)
                .container(container)
                .finishLevel(finishLevel)
                .timeout(timeout)
                .changes(changes)
                .serviceChanges(serviceChanges)
                .access(access)
                .dryRun(dryRun)
                .force(force)
                .onStop(onStop)
                .onPause(onPause)
                .pipelineCheck(pipelineCheck)
                .failedTaskLogLines(failedTaskLogLines)
                .migration(migration)
                .keepRevisions(keepRevisions);
    }

    /** Returns these settings for a step that only plans. */
    public DeploySettings asDryRun() {
        return toBuilder().dryRun(true).build();
    }

    /** Returns these settings for a step that begins a deployment in any case. */
    public DeploySettings forced() {
        return toBuilder().force(true).build();
    }

    /** Returns these settings for a revision that differs in more than its image. */
    public DeploySettings changing(RevisionChanges others) {
        return toBuilder().changes(others).build();
    }

    /** Returns these settings for a service that is changed too. */
    public DeploySettings changing(ServiceChanges others) {
        return toBuilder().serviceChanges(others).build();
    }

    /** Returns these settings with another answer to what becomes of the deployment when the step ends before it. */
    public DeploySettings whenStopped(OnStop what) {
        return toBuilder().onStop(what).build();
    }

    /** Returns these settings with another thing, or nothing, to run before the service is changed. */
    public DeploySettings migrating(Optional<Migration> what) {
        return toBuilder().migration(what).build();
    }

    /** Returns these settings with another answer to pause hooks. */
    public DeploySettings whenPaused(OnPause what) {
        return toBuilder().onPause(what).build();
    }

    /** Returns these settings with more or fewer log lines of a failed container. */
    public DeploySettings showingOfFailedTasks(int logLines) {
        return toBuilder().failedTaskLogLines(logLines).build();
    }
}
