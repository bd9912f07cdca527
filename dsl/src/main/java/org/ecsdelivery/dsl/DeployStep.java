package org.ecsdelivery.dsl;

import java.time.Duration;
import java.util.Map;
import org.ecsdelivery.common.settings.CircuitBreaker;
import org.ecsdelivery.common.settings.DeployOrder;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.EnvFileUse;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.settings.MigrationParameters;
import org.ecsdelivery.common.settings.OnAlarm;
import org.ecsdelivery.common.settings.OnFailure;
import org.ecsdelivery.common.settings.OnPause;
import org.ecsdelivery.common.settings.OnStop;
import org.ecsdelivery.common.settings.PipelineCheck;
import org.ecsdelivery.common.settings.PropagateTags;
import org.ecsdelivery.common.settings.RevisionParameters;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.settings.ServiceParameters;
import org.ecsdelivery.common.settings.ServiceSetParameters;

/** Deploys an image to an ECS service. Every text may hold parameter references such as {@code %ecs.cluster%}. */
public final class DeployStep extends AwsStep<DeployStep> {
    private DeployStep(StepFrame frame, StepParameters parameters) {
        super(frame, parameters);
    }

    /** Returns a step that deploys what the image step of the same build pushed, and follows it until the old tasks are drained. */
    public static DeployStep of(String cluster, String service) {
        return new DeployStep(StepFrame.none(), StepParameters.none())
                .with(DeployParameters.CLUSTER, cluster)
                .with(DeployParameters.SERVICE, service)
                .image(DeployParameters.IMAGE.defaultValue());
    }

    /** Returns this step deploying another service too, after those named before, or beside them. */
    public DeployStep alsoService(String service) {
        return with(DeployParameters.SERVICE, parameters().get(DeployParameters.SERVICE.name()) + "\n" + service);
    }

    /** Returns this step deploying another service too, with an image of its own. */
    public DeployStep alsoService(String service, String image) {
        return alsoService(service + "=" + image);
    }

    /** Returns this step deploying several services one after the other, or at the same time. */
    public DeployStep order(DeployOrder order) {
        return order(order.name());
    }

    /** Returns this step with {@link #order(DeployOrder)} decided by a parameter of the build. */
    public DeployStep order(String reference) {
        return with(ServiceSetParameters.ORDER, reference);
    }

    /** Returns this step deploying so many services at the same time at most, where the order is {@link DeployOrder#PARALLEL}. */
    public DeployStep atOnce(int services) {
        return atOnce(Integer.toString(services));
    }

    /** Returns this step with {@link #atOnce(int)} decided by a parameter of the build. */
    public DeployStep atOnce(String reference) {
        return with(ServiceSetParameters.AT_ONCE, reference);
    }

    /** Returns this step deciding what becomes of the other services when one is not deployed. */
    public DeployStep onFailure(OnFailure what) {
        return onFailure(what.name());
    }

    /** Returns this step with {@link #onFailure(OnFailure)} decided by a parameter of the build. */
    public DeployStep onFailure(String reference) {
        return with(ServiceSetParameters.ON_FAILURE, reference);
    }

    /** Returns this step changing one of several containers of the task definition. */
    public DeployStep container(String container) {
        return with(DeployParameters.CONTAINER, container);
    }

    /** Returns this step with an image that another build pushed, by tag or digest. */
    public DeployStep image(String reference) {
        return with(DeployParameters.IMAGE, reference);
    }

    /** Returns this step ending in success at another level than {@link FinishLevel#DRAINED}. */
    public DeployStep finishLevel(FinishLevel level) {
        return finishLevel(level.name());
    }

    /** Returns this step with {@link #finishLevel(FinishLevel)} decided by a parameter of the build. */
    public DeployStep finishLevel(String reference) {
        return with(DeployParameters.FINISH_LEVEL, reference);
    }

    /**
     * Returns this step following for at most that long.
     *
     * @throws IllegalArgumentException when it is no whole number of minutes, from one to a day
     */
    public DeployStep timeout(Duration limit) {
        return timeout(Minutes.of(DeployParameters.TIMEOUT, limit));
    }

    /** Returns this step with {@link #timeout(Duration)} decided by a parameter of the build, in minutes. */
    public DeployStep timeout(String reference) {
        return with(DeployParameters.TIMEOUT, reference);
    }

    /** Returns this step deciding what becomes of a deployment under way when the build is stopped, or the time is out. */
    public DeployStep onStop(OnStop what) {
        return onStop(what.name());
    }

    /** Returns this step with {@link #onStop(OnStop)} decided by a parameter of the build. */
    public DeployStep onStop(String reference) {
        return with(DeployParameters.ON_STOP, reference);
    }

    /** Returns this step deciding what it does when ECS waits at a pause hook of the service. */
    public DeployStep onPause(OnPause what) {
        return onPause(what.name());
    }

    /** Returns this step with {@link #onPause(OnPause)} decided by a parameter of the build. */
    public DeployStep onPause(String reference) {
        return with(DeployParameters.ON_PAUSE, reference);
    }

    /** Returns this step looking, before anything is changed, whether what the service stands in lets a deployment succeed. */
    public DeployStep pipelineCheck(PipelineCheck what) {
        return pipelineCheck(what.name());
    }

    /** Returns this step with {@link #pipelineCheck(PipelineCheck)} decided by a parameter of the build. */
    public DeployStep pipelineCheck(String reference) {
        return with(DeployParameters.PIPELINE_CHECK, reference);
    }

    /** Returns this step showing that many of the last log lines of each failed container, 0 to 100. */
    public DeployStep failedTaskLogLines(int lines) {
        return failedTaskLogLines(Integer.toString(lines));
    }

    /** Returns this step with {@link #failedTaskLogLines(int)} decided by a parameter of the build. */
    public DeployStep failedTaskLogLines(String reference) {
        return with(DeployParameters.FAILED_TASK_LOG_LINES, reference);
    }

    /** Returns this step having a task of the new revision run a command before the first service is changed. */
    public DeployStep migration(String program, String... arguments) {
        return with(
                MigrationParameters.COMMAND,
                String.join("\n", program, String.join("\n", arguments)).strip());
    }

    /**
     * Returns this step giving that command so long at most.
     *
     * @throws IllegalArgumentException when it is no whole number of minutes, from one to a day
     */
    public DeployStep migrationTimeout(Duration limit) {
        return migrationTimeout(Minutes.of(MigrationParameters.TIMEOUT, limit));
    }

    /** Returns this step with {@link #migrationTimeout(Duration)} decided by a parameter of the build, in minutes. */
    public DeployStep migrationTimeout(String reference) {
        return with(MigrationParameters.TIMEOUT, reference);
    }

    /** Returns this step setting a variable of the container, besides those set before. */
    public DeployStep environmentVariable(String name, String value) {
        return withAssignment(RevisionParameters.ENVIRONMENT, name, value);
    }

    /** Returns this step setting a variable of the container to what ECS reads from Secrets Manager or Systems Manager. */
    public DeployStep secret(String name, String arn) {
        return withAssignment(RevisionParameters.SECRETS, name, arn);
    }

    /**
     * Returns this step setting the variables of an env file that the build has: by reference where they come from Secrets Manager
     * or Systems Manager, in the task definition where they do not.
     *
     * @param path as {@link EnvFile#at(String)} has it
     */
    public DeployStep envFile(String path) {
        return with(RevisionParameters.ENV_FILE, path);
    }

    /** Returns this step handing the variables of the env file over in this way. */
    public DeployStep envFileAs(EnvFileUse.As how) {
        return envFileAs(how.name());
    }

    /** Returns this step with {@link #envFileAs(EnvFileUse.As)} decided by a parameter of the build. */
    public DeployStep envFileAs(String reference) {
        return with(RevisionParameters.ENV_FILE_AS, reference);
    }

    /**
     * Returns this step putting a copy of the env file into a private bucket, where ECS reads it.
     *
     * @param folder as in {@code s3://bucket/prefix}
     */
    public DeployStep envFileInS3(String folder) {
        return envFileAs(EnvFileUse.As.S3).with(RevisionParameters.ENV_FILE_BUCKET, folder);
    }

    /** Returns this step taking variables and secrets away from the container. */
    public DeployStep withoutVariables(String first, String... more) {
        return with(
                RevisionParameters.REMOVED,
                String.join(" ", first, String.join(" ", more)).strip());
    }

    /** Returns this step keeping or removing the variables that it does not set itself. */
    public DeployStep replacingEnvironment(boolean on) {
        return replacingEnvironment(Boolean.toString(on));
    }

    /** Returns this step with {@link #replacingEnvironment(boolean)} decided by a parameter of the build. */
    public DeployStep replacingEnvironment(String reference) {
        return with(RevisionParameters.REPLACING, reference);
    }

    /** Returns this step running the container with another command. */
    public DeployStep command(String program, String... arguments) {
        return with(
                RevisionParameters.COMMAND,
                String.join("\n", program, String.join("\n", arguments)).strip());
    }

    /** Returns this step giving the task other CPU units and other memory in MiB. */
    public DeployStep size(String cpu, String memory) {
        return with(RevisionParameters.CPU, cpu).with(RevisionParameters.MEMORY, memory);
    }

    /** Returns this step with containers that act as another role. */
    public DeployStep taskRole(String arn) {
        return with(RevisionParameters.TASK_ROLE, arn);
    }

    /** Returns this step with another role to pull the image, read secrets and write logs. */
    public DeployStep executionRole(String arn) {
        return with(RevisionParameters.EXECUTION_ROLE, arn);
    }

    /** Returns this step giving the revision a tag, besides those set before. */
    public DeployStep tag(String key, String value) {
        return withAssignment(RevisionParameters.TAGS, key, value);
    }

    /** Returns this step leaving the service with tasks that get the tags of this when they start. */
    public DeployStep propagateTags(PropagateTags from) {
        return propagateTags(from.name());
    }

    /** Returns this step with {@link #propagateTags(PropagateTags)} decided by a parameter of the build. */
    public DeployStep propagateTags(String reference) {
        return with(ServiceParameters.PROPAGATE_TAGS, reference);
    }

    /** Returns this step making the revision from a JSON file of the checkout instead of the one that the service runs. */
    public DeployStep taskDefinitionFile(String path) {
        return with(RevisionParameters.DEFINITION_FILE, path);
    }

    /** Returns this step putting a value in the place of every <code>${name}</code> in the task definition file. */
    public DeployStep taskDefinitionValue(String name, String value) {
        return withAssignment(RevisionParameters.DEFINITION_VALUES, name, value);
    }

    /** Returns this step leaving the service with another number of tasks. */
    public DeployStep desiredCount(int tasks) {
        return desiredCount(Integer.toString(tasks));
    }

    /** Returns this step with {@link #desiredCount(int)} decided by a parameter of the build. */
    public DeployStep desiredCount(String reference) {
        return with(ServiceParameters.DESIRED, reference);
    }

    /** Returns this step giving new tasks more or less time before failed health checks count; fractions of a second go. */
    public DeployStep gracePeriod(Duration time) {
        return gracePeriod(Long.toString(time.toSeconds()));
    }

    /** Returns this step with {@link #gracePeriod(Duration)} decided by a parameter of the build, in seconds. */
    public DeployStep gracePeriod(String reference) {
        return with(ServiceParameters.GRACE_PERIOD, reference);
    }

    /** Returns this step leaving the service with other limits of tasks during a deployment, in percent of the desired count. */
    public DeployStep percent(int minimumHealthy, int maximum) {
        return percent(Integer.toString(minimumHealthy), Integer.toString(maximum));
    }

    /** Returns this step with {@link #percent(int, int)} decided by parameters of the build. */
    public DeployStep percent(String minimumHealthy, String maximum) {
        return with(ServiceParameters.MINIMUM_HEALTHY, minimumHealthy).with(ServiceParameters.MAXIMUM, maximum);
    }

    /** Returns this step leaving the service with a circuit breaker that does this. */
    public DeployStep circuitBreaker(CircuitBreaker what) {
        return circuitBreaker(what.name());
    }

    /** Returns this step with {@link #circuitBreaker(CircuitBreaker)} decided by a parameter of the build. */
    public DeployStep circuitBreaker(String reference) {
        return with(ServiceParameters.CIRCUIT_BREAKER, reference);
    }

    /** Returns this step leaving the service with these CloudWatch alarms to guard its deployments. */
    public DeployStep alarms(String first, String... more) {
        return with(
                ServiceParameters.ALARMS,
                String.join("\n", first, String.join("\n", more)).strip());
    }

    /** Returns this step leaving the service with another answer to an alarm that goes off during a deployment. */
    public DeployStep onAlarm(OnAlarm what) {
        return onAlarm(what.name());
    }

    /** Returns this step with {@link #onAlarm(OnAlarm)} decided by a parameter of the build. */
    public DeployStep onAlarm(String reference) {
        return with(ServiceParameters.ON_ALARM, reference);
    }

    /** Returns this step placing the tasks on other capacity providers, each a name, NAME=WEIGHT or NAME=WEIGHT:BASE. */
    public DeployStep capacityProviders(String first, String... more) {
        return with(
                ServiceParameters.PROVIDERS,
                String.join("\n", first, String.join("\n", more)).strip());
    }

    /** Returns this step deregistering revisions of the family that are older than so many, once it has succeeded. */
    public DeployStep keepRevisions(int newest) {
        return keepRevisions(Integer.toString(newest));
    }

    /** Returns this step with {@link #keepRevisions(int)} decided by a parameter of the build. */
    public DeployStep keepRevisions(String reference) {
        return with(DeployParameters.KEEP_REVISIONS, reference);
    }

    /** Returns this step replacing the tasks even where they would stay the same, or not. */
    public DeployStep force(boolean on) {
        return force(Boolean.toString(on));
    }

    /** Returns this step with {@link #force(boolean)} decided by a parameter of the build. */
    public DeployStep force(String reference) {
        return with(DeployParameters.FORCE, reference);
    }

    /** Returns this step deploying, or only checking and printing the plan. */
    public DeployStep dryRun(boolean on) {
        return dryRun(Boolean.toString(on));
    }

    /** Returns this step with {@link #dryRun(boolean)} decided by a parameter of the build. */
    public DeployStep dryRun(String reference) {
        return with(DeployParameters.DRY_RUN, reference);
    }

    @Override
    public String type() {
        return RunTypeId.DEPLOY;
    }

    @Override
    public Map<String, String> parameters() {
        return inOrderOf(DeployParameters.ALL);
    }

    @Override
    DeployStep copy(StepFrame newFrame, StepParameters newParameters) {
        return new DeployStep(newFrame, newParameters);
    }
}
