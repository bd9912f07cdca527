package org.ecsdelivery.common.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.TextForms;

/** The parameters for what else than the image differs in the next revision. */
public final class RevisionParameters {
    /** The task definition file. */
    public static final Parameter DEFINITION_FILE = Parameter.text(
                    "deploy.taskDefinitionFile",
                    "Task definition file",
                    "Enter the path of a JSON file, from the working directory and inside the checkout, to make the"
                            + " revision from it instead of the one that the service runs: as AWS CLI's"
                            + " register-task-definition takes it, or describe-task-definition prints it.")
            .amongAdvanced();
    /** Values for the file. */
    public static final Parameter DEFINITION_VALUES = Parameter.lines(
                    "deploy.taskDefinitionValues",
                    "Values for the task definition file",
                    "Enter one NAME=value per line, to put the value in the place of every ${NAME} in the task definition"
                            + " file. What is not named here stays as it is written.")
            .amongAdvanced();
    /** Variables to set. */
    public static final Parameter ENVIRONMENT = Parameter.lines(
            "deploy.environment",
            "Environment variables",
            "Enter one NAME=value per line to set variables of the container; the others stay. Whoever may"
                    + " describe the task definition can read them: enter passwords among the secrets.");
    /** Secrets to set. */
    public static final Parameter SECRETS = Parameter.lines(
                    "deploy.secrets",
                    "Secrets",
                    "Enter one NAME=ARN per line, of a secret in AWS Secrets Manager or a parameter in AWS Systems"
                            + " Manager: ECS hands its value to the container as variable NAME, and it stays out of the"
                            + " build and of the task definition.")
            .amongAdvanced();
    /** The env file. */
    public static final Parameter ENV_FILE = Parameter.text(
                    "deploy.envFile",
                    "Env file",
                    "Enter what is entered as File (envFile.path) in an Env File feature of the build, to set its variables in"
                            + " the container too; those entered above count before them.")
            .amongAdvanced();
    /** How its variables get into the container. */
    public static final Parameter ENV_FILE_AS = Parameter.choice(
                    "deploy.envFileAs",
                    "Env file as",
                    "SECRETS: what comes from Secrets Manager or Systems Manager is read there by ECS when a task starts, and the"
                            + " rest, which must not be secret, stands in the task definition. ENVIRONMENT: every value stands"
                            + " there, for whoever may describe it. S3: a copy of the file goes to a bucket, where ECS reads it"
                            + " when a task starts.",
                    List.of("SECRETS", "ENVIRONMENT", "S3"))
            .amongAdvanced();
    /** Where a copy of it goes. */
    public static final Parameter ENV_FILE_BUCKET = Parameter.text(
                    "deploy.envFileBucket",
                    "Env file bucket",
                    "Enter s3://bucket/prefix when the env file shall go to S3. The bucket must be private, and of the account"
                            + " and Region of the service.")
            .amongAdvanced();
    /** Variables and secrets to take away. */
    public static final Parameter REMOVED = Parameter.text(
                    "deploy.environmentUnset",
                    "Variables to remove",
                    "Enter the names of variables and secrets that the container shall no longer have, separated by"
                            + " commas or blanks.")
            .amongAdvanced();
    /** Whether all other variables go. */
    public static final Parameter REPLACING = Parameter.flag(
                    "deploy.environmentReplace",
                    "Remove all other variables",
                    "Leaves the container with the environment variables entered here and no others, so that none is"
                            + " left over from earlier days; secrets stay.",
                    false)
            .amongAdvanced();
    /** The command. */
    public static final Parameter COMMAND = Parameter.lines(
                    "deploy.command",
                    "Command",
                    "Enter one argument per line to run the container with another command than it has now.")
            .amongAdvanced();
    /** CPU of the task. */
    public static final Parameter CPU = Parameter.text(
                    "deploy.cpu",
                    "CPU units",
                    "Enter the CPU units of the task to change them; 1024 are one vCPU. Fargate takes certain pairs of"
                            + " CPU and memory only.")
            .amongAdvanced();
    /** Memory of the task. */
    public static final Parameter MEMORY = Parameter.text(
                    "deploy.memory", "Memory, MiB", "Enter the memory of the task in MiB to change it.")
            .amongAdvanced();
    /** The task role. */
    public static final Parameter TASK_ROLE = Parameter.text(
                    "deploy.taskRole",
                    "Task role",
                    "Enter the ARN of the role that the containers act as, to change it. The step needs iam:PassRole for"
                            + " it.")
            .amongAdvanced();
    /** The execution role. */
    public static final Parameter EXECUTION_ROLE = Parameter.text(
                    "deploy.executionRole",
                    "Execution role",
                    "Enter the ARN of the role that ECS pulls the image, reads secrets and writes logs as, to change it."
                            + " The step needs iam:PassRole for it.")
            .amongAdvanced();

    /** Tags of the revision. */
    public static final Parameter TAGS = Parameter.lines(
                    "deploy.tags",
                    "Tags",
                    "Enter one key=value per line to tag the revision, besides the tags that it has and those of the build. A"
                            + " value that differs in each build makes each build register a revision and replace the tasks.")
            .amongAdvanced();

    /** All of them, in the order of the settings page. */
    public static final List<Parameter> ALL = List.of(
            ENVIRONMENT,
            SECRETS,
            ENV_FILE,
            ENV_FILE_AS,
            ENV_FILE_BUCKET,
            REMOVED,
            REPLACING,
            COMMAND,
            CPU,
            MEMORY,
            TASK_ROLE,
            EXECUTION_ROLE,
            TAGS,
            DEFINITION_FILE,
            DEFINITION_VALUES);

    private RevisionParameters() {}

    /** Reads them; problems stay with the reader. */
    static RevisionChanges read(ParameterReader reader) {
        Map<String, String> environment =
                reader.optional(ENVIRONMENT, RevisionParameters::variables).orElse(Map.of());
        Map<String, String> secrets =
                reader.optional(SECRETS, RevisionParameters::secrets).orElse(Map.of());
        Set<String> removed =
                Set.copyOf(reader.optional(REMOVED, text -> TextForms.list(text, RevisionParameters::variableName))
                        .orElse(List.of()));
        requireOneMeaning(reader, SECRETS, secrets.keySet(), environment.keySet());
        List<String> set = new ArrayList<>(environment.keySet());
        set.addAll(secrets.keySet());
        requireOneMeaning(reader, REMOVED, removed, set);
        return new RevisionChanges(
                environment,
                secrets,
                removed,
                reader.flag(REPLACING),
                reader.optional(COMMAND, RevisionParameters::lines).orElse(List.of()),
                reader.optional(CPU, RevisionParameters::amount),
                reader.optional(MEMORY, RevisionParameters::amount),
                reader.optional(TASK_ROLE, RevisionParameters::role),
                reader.optional(EXECUTION_ROLE, RevisionParameters::role),
                file(reader),
                reader.optional(TAGS, RevisionTags::parse).orElse(Map.of()),
                EnvFileUses.read(reader));
    }

    private static Optional<DefinitionFile> file(ParameterReader reader) {
        Optional<String> path = reader.optional(DEFINITION_FILE, text -> text);
        Map<String, String> values =
                reader.optional(DEFINITION_VALUES, RevisionParameters::values).orElse(Map.of());
        if (reader.has(DEFINITION_VALUES) && !reader.has(DEFINITION_FILE)) {
            reader.reject(
                    DEFINITION_VALUES,
                    "there is no file that they are for",
                    "Enter it as " + DEFINITION_FILE.name() + ", or leave this empty.");
        }
        return path.map(each -> DefinitionFile.at(each, values));
    }

    private static Map<String, String> values(String text) {
        Map<String, String> all = TextForms.assignments(text);
        all.keySet().forEach(name -> {
            if (!name.matches("[A-Za-z0-9_.-]+")) {
                throw new IllegalArgumentException("'" + name + "' is no name of letters, digits and _ . -");
            }
        });
        return all;
    }

    private static void requireOneMeaning(
            ParameterReader reader, Parameter parameter, Iterable<String> names, Collection<String> others) {
        Set<String> both = new TreeSet<>();
        names.forEach(name -> {
            if (others.contains(name)) {
                both.add(name);
            }
        });
        if (!both.isEmpty()) {
            reader.reject(
                    parameter,
                    String.join(", ", both) + " is set elsewhere in this step too",
                    "Enter each name once, in one of " + ENVIRONMENT.name() + ", " + SECRETS.name() + " and "
                            + REMOVED.name() + ".");
        }
    }

    private static Map<String, String> variables(String text) {
        Map<String, String> all = TextForms.assignments(text);
        all.keySet().forEach(RevisionParameters::variableName);
        return all;
    }

    private static Map<String, String> secrets(String text) {
        Map<String, String> all = variables(text);
        all.forEach((name, arn) -> {
            if (!arn.matches("arn:[a-z-]+:(secretsmanager|ssm):\\S+")) {
                // who mistakes the field enters the secret itself: it is never quoted
                throw new IllegalArgumentException(
                        "what is entered for " + name + " is no ARN of Secrets Manager or Systems Manager");
            }
        });
        return all;
    }

    private static String variableName(String name) {
        if (!name.matches("[^\\s=,]+")) {
            throw new IllegalArgumentException("'" + name + "' is no name of a variable");
        }
        return name;
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    private static String amount(String text) {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number above 0");
        }
        return text;
    }

    private static String role(String text) {
        if (!text.matches("arn:[a-z-]+:iam::\\d{12}:role/\\S+")) {
            throw new IllegalArgumentException("'" + text + "' is no ARN of a role");
        }
        return text;
    }
}
