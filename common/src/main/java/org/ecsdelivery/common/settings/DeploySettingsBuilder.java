package org.ecsdelivery.common.settings;

import java.time.Duration;
import java.util.Optional;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ServiceName;

/** Puts the settings of a deploy step together, each by its name; what is not named is as the settings page has it by default. */
public final class DeploySettingsBuilder {
    static final int USUAL_LOG_LINES = 15;

    private ClusterName cluster;
    private ServiceName service;
    private ImageReference image;
    private Optional<ContainerName> container = Optional.empty();
    private FinishLevel finishLevel = FinishLevel.DRAINED;
    private Duration timeout = DeployParameters.DEFAULT_TIMEOUT;
    private RevisionChanges changes = RevisionChanges.NONE;
    private ServiceChanges serviceChanges = ServiceChanges.NONE;
    private AwsAccess access = AwsAccess.OF_THE_BUILD;
    private boolean dryRun;
    private boolean force;
    private int failedTaskLogLines = USUAL_LOG_LINES;
    private Optional<Integer> keepRevisions = Optional.empty();
    private OnStop onStop = OnStop.LEAVE;
    private OnPause onPause = OnPause.WAIT;
    private PipelineCheck pipelineCheck = PipelineCheck.OFF;
    private Optional<Migration> migration = Optional.empty();

    DeploySettingsBuilder(ClusterName cluster, ServiceName service, ImageReference image) {
        this.cluster = cluster;
        this.service = service;
        this.image = image;
    }

    /** Sets the cluster. */
    public DeploySettingsBuilder cluster(ClusterName value) {
        cluster = value;
        return this;
    }

    /** Sets the service. */
    public DeploySettingsBuilder service(ServiceName value) {
        service = value;
        return this;
    }

    /** Sets the new image. */
    public DeploySettingsBuilder image(ImageReference value) {
        image = value;
        return this;
    }

    /** Sets the container whose image changes, or none where the task definition has only one. */
    public DeploySettingsBuilder container(Optional<ContainerName> value) {
        container = value;
        return this;
    }

    /** Sets how far the deployment must have come. */
    public DeploySettingsBuilder finishLevel(FinishLevel value) {
        finishLevel = value;
        return this;
    }

    /** Sets how long the step follows at most. */
    public DeploySettingsBuilder timeout(Duration value) {
        timeout = value;
        return this;
    }

    /** Sets what else differs in the next revision. */
    public DeploySettingsBuilder changes(RevisionChanges value) {
        changes = value;
        return this;
    }

    /** Sets what differs in the service itself. */
    public DeploySettingsBuilder serviceChanges(ServiceChanges value) {
        serviceChanges = value;
        return this;
    }

    /** Sets how to reach AWS. */
    public DeploySettingsBuilder access(AwsAccess value) {
        access = value;
        return this;
    }

    /** Sets whether to end with the plan. */
    public DeploySettingsBuilder dryRun(boolean value) {
        dryRun = value;
        return this;
    }

    /** Sets whether to begin a deployment in any case. */
    public DeploySettingsBuilder force(boolean value) {
        force = value;
        return this;
    }

    /** Sets how many of the last log lines of each failed container are shown, 0 to 100; 15 otherwise. */
    public DeploySettingsBuilder failedTaskLogLines(int lines) {
        failedTaskLogLines = lines;
        return this;
    }

    /** Sets how many of the newest revisions stay when older ones are deregistered, or that all do. */
    public DeploySettingsBuilder keepRevisions(Optional<Integer> most) {
        keepRevisions = most;
        return this;
    }

    /** Sets what becomes of the deployment when the step is stopped or out of time. */
    public DeploySettingsBuilder onStop(OnStop value) {
        onStop = value;
        return this;
    }

    /** Sets what the step does when ECS waits at a pause hook. */
    public DeploySettingsBuilder onPause(OnPause value) {
        onPause = value;
        return this;
    }

    /** Sets what the step makes of what is wrong with the surroundings of the service. */
    public DeploySettingsBuilder pipelineCheck(PipelineCheck value) {
        pipelineCheck = value;
        return this;
    }

    /** Sets what runs before the service is changed. */
    public DeploySettingsBuilder migration(Optional<Migration> value) {
        migration = value;
        return this;
    }

    /** Returns the settings. */
    public DeploySettings build() {
        return new DeploySettings(
                cluster,
                service,
                container,
                image,
                finishLevel,
                timeout,
                changes,
                serviceChanges,
                access,
                dryRun,
                force,
                onStop,
                onPause,
                pipelineCheck,
                failedTaskLogLines,
                migration,
                keepRevisions);
    }
}
