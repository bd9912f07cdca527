package org.ecsdelivery.dsl;

import java.time.Duration;
import java.util.Map;
import org.ecsdelivery.common.settings.LaunchOn;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.settings.TaskParameters;

/** Runs an ECS task to its end. Every text may hold parameter references such as {@code %ecs.cluster%}. */
public final class TaskStep extends AwsStep<TaskStep> {
    private TaskStep(StepFrame frame, StepParameters parameters) {
        super(frame, parameters);
    }

    /** Returns a step that runs a task on Fargate, of a family, a {@code family:revision} or an ARN. */
    public static TaskStep of(String cluster, String taskDefinition) {
        return new TaskStep(StepFrame.none(), StepParameters.none())
                .with(TaskParameters.CLUSTER, cluster)
                .with(TaskParameters.DEFINITION, taskDefinition);
    }

    /** Returns this step for one of several containers of the task definition: its command, its environment, its exit code. */
    public TaskStep container(String container) {
        return with(TaskParameters.CONTAINER, container);
    }

    /** Returns this step with another command than the task definition's, argument by argument; no shell reads them. */
    public TaskStep command(String first, String... more) {
        return withLines(TaskParameters.COMMAND, first, more);
    }

    /** Returns this step with one more environment variable, never a secret: ECS shows it. */
    public TaskStep environment(String name, String value) {
        return withAssignment(TaskParameters.ENVIRONMENT, name, value);
    }

    /**
     * Returns this step with the variables of an env file that the build has; a secret among them fails it.
     *
     * @param path as {@link EnvFile#at(String)} has it
     */
    public TaskStep envFile(String path) {
        return with(TaskParameters.ENV_FILE, path);
    }

    /** Returns this step with another share of CPU than the task definition's, 1024 for one vCPU. */
    public TaskStep cpu(String units) {
        return with(TaskParameters.CPU, units);
    }

    /** Returns this step with more or less memory than the task definition's. */
    public TaskStep memory(String mebibytes) {
        return with(TaskParameters.MEMORY, mebibytes);
    }

    /** Returns this step on something else than Fargate. */
    public TaskStep runOn(LaunchOn launch) {
        return runOn(launch.name());
    }

    /** Returns this step with {@link #runOn(LaunchOn)} decided by a parameter of the build. */
    public TaskStep runOn(String reference) {
        return with(TaskParameters.LAUNCH, reference);
    }

    /** Returns this step running as a service of the cluster does: launch type, capacity providers, network. */
    public TaskStep asService(String service) {
        return with(TaskParameters.LAUNCH, LaunchOn.SERVICE.name()).with(TaskParameters.SERVICE, service);
    }

    /** Returns this step on capacity providers, each a name or {@code NAME=WEIGHT}. */
    public TaskStep capacityProviders(String first, String... more) {
        return with(TaskParameters.LAUNCH, LaunchOn.PROVIDERS.name()).withLines(TaskParameters.PROVIDERS, first, more);
    }

    /** Returns this step in these subnets, which network mode awsvpc needs. */
    public TaskStep subnets(String first, String... more) {
        return withLines(TaskParameters.SUBNETS, first, more);
    }

    /** Returns this step in these security groups instead of the default one of the VPC. */
    public TaskStep securityGroups(String first, String... more) {
        return withLines(TaskParameters.SECURITY_GROUPS, first, more);
    }

    /** Returns this step with or without a public address. */
    public TaskStep publicAddress(boolean on) {
        return publicAddress(Boolean.toString(on));
    }

    /** Returns this step with {@link #publicAddress(boolean)} decided by a parameter of the build. */
    public TaskStep publicAddress(String reference) {
        return with(TaskParameters.PUBLIC_IP, reference);
    }

    /** Returns this step running so many tasks; {@code {number}} in command and environment tells them apart. */
    public TaskStep count(int tasks) {
        return count(Integer.toString(tasks));
    }

    /** Returns this step with {@link #count(int)} decided by a parameter of the build. */
    public TaskStep count(String reference) {
        return with(TaskParameters.COUNT, reference);
    }

    /** Returns this step running a task for each line of a file, which stands for {@code {input}} in command and environment. */
    public TaskStep inputs(String path) {
        return with(TaskParameters.INPUTS, path);
    }

    /** Returns this step running so many of several tasks at the same time at most. */
    public TaskStep atOnce(int tasks) {
        return atOnce(Integer.toString(tasks));
    }

    /** Returns this step with {@link #atOnce(int)} decided by a parameter of the build. */
    public TaskStep atOnce(String reference) {
        return with(TaskParameters.AT_ONCE, reference);
    }

    /** Returns this step ending all tasks, or not, as soon as one of several does not end well. */
    public TaskStep stopAtFirstFailure(boolean on) {
        return stopAtFirstFailure(Boolean.toString(on));
    }

    /** Returns this step with {@link #stopAtFirstFailure(boolean)} decided by a parameter of the build. */
    public TaskStep stopAtFirstFailure(String reference) {
        return with(TaskParameters.STOP_AT_FIRST, reference);
    }

    /**
     * Returns this step stopping the task after that long.
     *
     * @throws IllegalArgumentException when it is no whole number of minutes, from one to a day
     */
    public TaskStep timeout(Duration limit) {
        return timeout(Minutes.of(TaskParameters.TIMEOUT, limit));
    }

    /** Returns this step with {@link #timeout(Duration)} decided by a parameter of the build, in minutes. */
    public TaskStep timeout(String reference) {
        return with(TaskParameters.TIMEOUT, reference);
    }

    @Override
    public String type() {
        return RunTypeId.TASK;
    }

    @Override
    public Map<String, String> parameters() {
        return inOrderOf(TaskParameters.ALL);
    }

    @Override
    TaskStep copy(StepFrame newFrame, StepParameters newParameters) {
        return new TaskStep(newFrame, newParameters);
    }
}
