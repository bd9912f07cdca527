package org.ecsdelivery.agent;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jetbrains.buildServer.agent.BuildRunnerContext;
import org.ecsdelivery.agent.envfile.BuildEnvFiles;
import org.ecsdelivery.agent.envfile.EnvFile;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.EnvFileDialect;
import org.ecsdelivery.common.settings.EnvFileObject;
import org.ecsdelivery.common.settings.EnvFileParameters;
import org.ecsdelivery.common.settings.EnvFileUse;
import org.ecsdelivery.common.settings.EnvFileUse.As;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.settings.RevisionParameters;
import org.ecsdelivery.common.settings.S3Folder;
import org.ecsdelivery.common.settings.TaskOverrides;
import org.ecsdelivery.common.settings.TaskParameters;
import org.ecsdelivery.engine.envfile.ContainerVariables;
import org.ecsdelivery.engine.envfile.EnvFileText;
import org.ecsdelivery.engine.envfile.EnvVariable;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** The env file of the build that a step hands to a container. Values go to ECS only; everybody else hears of names. */
final class TakenEnvFile {
    private final BuildEnvFiles files;
    private final long build;
    private final CopyName copyName;

    TakenEnvFile(BuildEnvFiles files, BuildRunnerContext context) {
        this.files = files;
        this.build = context.getBuild().getBuildId();
        this.copyName = new CopyName(context);
    }

    /**
     * Returns the changes with the variables of the file that they name.
     *
     * @throws EngineException when the build has no such file, or it has secrets that cannot be handed over so
     */
    RevisionChanges in(RevisionChanges changes) {
        return changes.envFile().map(use -> taken(changes, use)).orElse(changes);
    }

    private RevisionChanges taken(RevisionChanges changes, EnvFileUse use) {
        List<EnvVariable> variables = find(use.path(), RevisionParameters.ENV_FILE).stream()
                .filter(each -> !changes.names(each.name()))
                .toList();
        if (use.folder().isPresent()) {
            return changes.storing(copy(use, use.folder().get(), variables));
        }
        ContainerVariables given = use.as() == As.SECRETS
                ? ContainerVariables.byReference(
                        use.path(),
                        variables,
                        "Keep them in Secrets Manager or Systems Manager and name them in the Env File feature; or let "
                                + named(RevisionParameters.ENV_FILE_AS)
                                + " be S3, or ENVIRONMENT, where whoever may describe the task definition may read them.")
                : ContainerVariables.inPlain(variables);
        return changes.taking(given.plain(), given.references());
    }

    /** Nobody is told the content, not even by a plain hash of it: short secrets can be found by trying. */
    private EnvFileObject copy(EnvFileUse use, S3Folder folder, List<EnvVariable> variables) {
        String content = new String(EnvFileText.of(EnvFileDialect.ECS, variables), StandardCharsets.UTF_8);
        Set<String> names =
                variables.stream().map(EnvVariable::name).collect(Collectors.toCollection(LinkedHashSet::new));
        return EnvFileObject.in(folder, copyName.of(use.path(), content), content, names);
    }

    /**
     * Returns what is other in a task with the variables of the file that is named there.
     *
     * @throws EngineException when the build has no such file, or it has secrets
     */
    TaskOverrides in(TaskOverrides overrides) {
        return overrides.envFile().map(use -> taken(overrides, use.path())).orElse(overrides);
    }

    private TaskOverrides taken(TaskOverrides overrides, String path) {
        List<EnvVariable> variables = find(path, TaskParameters.ENV_FILE).stream()
                .filter(each -> !overrides.environment().containsKey(each.name()))
                .toList();
        return overrides.taking(ContainerVariables.withoutSecrets(
                        path,
                        variables,
                        "Let the task definition refer to them in Secrets Manager or Systems Manager, and make an env file"
                                + " without them for " + named(TaskParameters.ENV_FILE) + ".")
                .plain());
    }

    /** Returns which secrets of the file the task definition will show. */
    Optional<String> warning(RevisionChanges changes) {
        return changes.envFile()
                .map(use -> find(use.path(), RevisionParameters.ENV_FILE).stream()
                        .filter(EnvVariable::secret)
                        .map(EnvVariable::name)
                        .filter(use.plain()::contains)
                        .collect(Collectors.joining(", ")))
                .filter(names -> !names.isEmpty())
                .map(names -> "Of env file " + changes.envFile().orElseThrow().path() + ", " + names
                        + " will be readable in the task definition by everybody who may call ecs:DescribeTaskDefinition, since "
                        + named(RevisionParameters.ENV_FILE_AS)
                        + " is ENVIRONMENT. SECRETS hands over a reference instead.");
    }

    private List<EnvVariable> find(String path, Parameter parameter) {
        return files.find(build, path).map(EnvFile::variables).orElseThrow(() -> missing(path, parameter));
    }

    private EngineException missing(String path, Parameter parameter) {
        List<String> there = files.of(build).stream()
                .map(each -> each.settings().target().path())
                .toList();
        return new EngineException(
                FailureKind.INVALID_PARAMETERS,
                named(parameter) + ": the build has no env file '" + path + "' at this step",
                there.isEmpty() ? "It has none" : "It has " + String.join(", ", there),
                "Enter what is entered as " + named(EnvFileParameters.PATH)
                        + " in an Env File feature of the build, written before this step.");
    }

    private static String named(Parameter parameter) {
        return parameter.label() + " (" + parameter.name() + ")";
    }
}
