package org.ecsdelivery.common.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.parameter.TextForms;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.TaskDefinitionName;

/** The parameters of the task step and their one parser. */
public final class TaskParameters {
    /** The cluster. */
    public static final Parameter CLUSTER = Parameter.text(
                    "task.cluster", "Cluster", "Enter the name or ARN of the ECS cluster.")
            .whichIsRequired();
    /** The task definition. */
    public static final Parameter DEFINITION = Parameter.text(
                    "task.definition",
                    "Task definition",
                    "Enter a family (its newest revision runs), family:revision, an ARN, or"
                            + " %ecs-delivery.deploy.taskDefinition% for what a deploy step of this build registered.")
            .whichIsRequired();
    /** The container. */
    public static final Parameter CONTAINER = Parameter.text(
            "task.container",
            "Container",
            "Enter the container that the command and the environment are for and whose exit code is the task's. Leave it"
                    + " empty when there is only one.");
    /** The command. */
    public static final Parameter COMMAND = Parameter.lines(
            "task.command",
            "Command",
            "Enter one argument per line, without quotes; no shell reads them. Leave it empty for the command of the task"
                    + " definition.");
    /** Environment variables. */
    public static final Parameter ENVIRONMENT = Parameter.lines(
            "task.environment",
            "Environment variables",
            "Enter one NAME=VALUE per line, beside those of the task definition. ECS shows them to everybody who may"
                    + " describe the task: never pass a secret here.");
    /** The env file. */
    public static final Parameter ENV_FILE = Parameter.text(
                    "task.envFile",
                    "Env file",
                    "Enter what is entered as File (envFile.path) in an Env File feature of the build, to pass its variables too;"
                            + " those entered above count before them. A secret in it is refused by its name: ECS would show"
                            + " it.")
            .amongAdvanced();
    /** CPU units. */
    public static final Parameter CPU = Parameter.text(
                    "task.cpu",
                    "CPU units",
                    "Enter a whole number, 1024 for one vCPU, when this run needs another share than the task definition"
                            + " gives it.")
            .amongAdvanced();
    /** Memory. */
    public static final Parameter MEMORY = Parameter.text(
                    "task.memory",
                    "Memory, MiB",
                    "Enter a whole number when this run needs more or less memory than the task definition gives it."
                            + " Fargate takes only certain pairs of CPU and memory.")
            .amongAdvanced();
    /** What the task runs on. */
    public static final Parameter LAUNCH = Parameter.choice(
            "task.launch",
            "Run on",
            "FARGATE: AWS Fargate. EC2: the container instances of the cluster. SERVICE: as a service of the cluster"
                    + " does, in its subnets and security groups. PROVIDERS: capacity providers of the cluster. DEFAULT:"
                    + " the default capacity provider strategy of the cluster.",
            List.of("FARGATE", "EC2", "SERVICE", "PROVIDERS", "DEFAULT"));
    /** The service beside which the task runs. */
    public static final Parameter SERVICE = Parameter.text(
            "task.service",
            "As service",
            "Enter the name or ARN of the service whose launch type, capacity providers and network the task takes over;"
                    + " for Run on SERVICE.");
    /** The capacity providers. */
    public static final Parameter PROVIDERS = Parameter.lines(
                    "task.capacityProviders",
                    "Capacity providers",
                    "Enter names such as FARGATE_SPOT, or NAME=WEIGHT, separated by commas, blanks or line ends; for Run on"
                            + " PROVIDERS.")
            .amongAdvanced();
    /** The subnets. */
    public static final Parameter SUBNETS = Parameter.lines(
            "task.subnets",
            "Subnets",
            "Enter the ids of one or more subnets, separated by commas, blanks or line ends. Network mode awsvpc, and so"
                    + " Fargate, needs them.");
    /** The security groups. */
    public static final Parameter SECURITY_GROUPS = Parameter.lines(
            "task.securityGroups",
            "Security groups",
            "Enter the ids of security groups, separated by commas, blanks or line ends. Leave it empty for the default"
                    + " one of the VPC.");
    /** Whether the task gets a public address. */
    public static final Parameter PUBLIC_IP = Parameter.flag(
                    "task.publicIp",
                    "Assign a public IP address",
                    "Gives a Fargate task a public address. Without a NAT gateway or VPC endpoints it cannot pull its"
                            + " image otherwise.",
                    false)
            .amongAdvanced();
    /** How many tasks. */
    public static final Parameter COUNT = Parameter.number(
                    "task.count",
                    "Number of tasks",
                    "Enter 1 to 1000. Where the command or the environment has {number}, each task gets its own, from 1.",
                    1)
            .amongAdvanced();
    /** The file of inputs. */
    public static final Parameter INPUTS = Parameter.text(
            "task.inputs",
            "Inputs from file",
            "Enter the path of a file, from the working directory and inside the checkout, with one input per line: each"
                    + " gets a task of its own, with the line in place of {input} in the command and the environment.");
    /** How many tasks at once. */
    public static final Parameter AT_ONCE = Parameter.number(
                    "task.atOnce",
                    "Tasks at once",
                    "Enter 1 to 50: how many of several tasks run at the same time at most.",
                    10)
            .amongAdvanced();
    /** Whether the first failure ends all. */
    public static final Parameter STOP_AT_FIRST = Parameter.flag(
                    "task.stopAtFirstFailure",
                    "Stop at the first failure",
                    "Stops the tasks that run, and starts no further one, as soon as one of several does not end well.",
                    false)
            .amongAdvanced();
    /** The time limit. */
    public static final Parameter TIMEOUT = Parameter.number(
                    "task.timeoutMinutes",
                    "Time limit, minutes",
                    "Enter 1 to 1440. It covers the wait for capacity, the start and the run; the task is stopped when it"
                            + " passes.",
                    60)
            .amongAdvanced();

    /** All of them, in the order of the settings page. */
    public static final List<Parameter> ALL = all();

    /** 192 vCPUs, the largest task on EC2 (ECS developer guide, "Task size"). */
    private static final int MOST_CPU = 196_608;

    /** The most that are worth one step; ECS itself takes any number of requests. */
    private static final int MOST_TASKS = 1000;

    /** All of them can be told to stop while TeamCity waits for a stopped step. */
    private static final int MOST_AT_ONCE = 50;

    private static final int MOST_BY_DEFAULT = 10;
    private static final int MOST_MEMORY = 25_165_824;

    private TaskParameters() {}

    private static List<Parameter> all() {
        List<Parameter> all = new ArrayList<>(List.of(
                CLUSTER,
                DEFINITION,
                CONTAINER,
                COMMAND,
                ENVIRONMENT,
                ENV_FILE,
                CPU,
                MEMORY,
                LAUNCH,
                SERVICE,
                PROVIDERS,
                SUBNETS,
                SECURITY_GROUPS,
                PUBLIC_IP,
                COUNT,
                INPUTS,
                AT_ONCE,
                STOP_AT_FIRST,
                TIMEOUT));
        all.addAll(AwsParameters.OF_STEPS);
        return List.copyOf(all);
    }

    /** Reads the settings of the task step, or all the problems. */
    public static Parsed<TaskSettings> parse(Map<String, String> given, References references) {
        ParameterReader reader = new ParameterReader(given, references);
        Optional<ClusterName> cluster = reader.optional(CLUSTER, ClusterName::parse);
        Optional<TaskDefinitionName> definition = reader.optional(DEFINITION, TaskDefinitionName::new);
        Optional<ContainerName> container = reader.optional(CONTAINER, ContainerName::new);
        TaskOverrides overrides = overrides(reader);
        Optional<TaskPlacement> placement = TaskPlaces.read(reader);
        FanOut fanOut = fanOut(reader, overrides);
        Optional<Duration> timeout = reader.optional(TIMEOUT, TextForms::minutes);
        AwsAccess access = AwsParameters.readOfStep(reader);
        return reader.finish(() -> new TaskSettings(
                cluster.orElseThrow(),
                definition.orElseThrow(),
                container,
                overrides,
                placement.orElseThrow(),
                fanOut,
                timeout.orElse(TextForms.minutes(TIMEOUT.defaultValue())),
                access));
    }

    private static TaskOverrides overrides(ParameterReader reader) {
        Optional<List<String>> command = reader.optional(COMMAND, TaskParameters::arguments);
        Optional<Map<String, String>> environment = reader.optional(ENVIRONMENT, TextForms::assignments);
        Optional<Integer> cpu = reader.optional(CPU, text -> TextForms.whole(text, 1, MOST_CPU));
        Optional<Integer> memory = reader.optional(MEMORY, text -> TextForms.whole(text, 4, MOST_MEMORY));
        TaskOverrides own = new TaskOverrides(command.orElse(List.of()), environment.orElse(Map.of()), cpu, memory);
        return reader.optional(ENV_FILE, text -> text)
                .map(path -> own.from(EnvFileUse.of(path, EnvFileUse.As.ENVIRONMENT)))
                .orElse(own);
    }

    private static FanOut fanOut(ParameterReader reader, TaskOverrides overrides) {
        Optional<Integer> count = reader.optional(COUNT, text -> TextForms.whole(text, 1, MOST_TASKS));
        Optional<String> inputs = reader.optional(INPUTS, path -> path);
        Optional<Integer> atOnce = reader.optional(AT_ONCE, text -> TextForms.whole(text, 1, MOST_AT_ONCE));
        boolean stop = reader.flag(STOP_AT_FIRST);
        if (count.filter(number -> number > 1).isPresent() && reader.has(INPUTS)) {
            reader.reject(COUNT, "the inputs already tell how many", "Leave it at 1, or leave Inputs from file empty.");
        }
        if (inputs.isPresent()
                && !reader.isDeferred(COMMAND)
                && !reader.isDeferred(ENVIRONMENT)
                && !overrides.mention(FanOut.INPUT)) {
            reader.reject(
                    INPUTS,
                    "neither the command nor the environment has " + FanOut.INPUT,
                    "Write " + FanOut.INPUT + " where each task shall find its input.");
        }
        return new FanOut(count.orElse(1), inputs, atOnce.orElse(MOST_BY_DEFAULT), stop);
    }

    private static List<String> arguments(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }
}
