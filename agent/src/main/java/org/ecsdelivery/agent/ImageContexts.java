package org.ecsdelivery.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.BuildRunnerSettings;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.agent.envfile.Place;
import org.ecsdelivery.common.settings.EnvFileParameters;
import org.ecsdelivery.common.settings.EnvFileSettings;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.docker.context.BuildContext;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/**
 * The build contexts of this build's image steps, as far as they can be known before the first step. What a step before changes, the
 * image step looks at again.
 */
final class ImageContexts {
    private final AgentRunningBuild build;
    private final List<BuildRunnerSettings> steps;
    private final StepLog log;

    ImageContexts(AgentRunningBuild build, List<BuildRunnerSettings> steps, StepLog log) {
        this.build = build;
        this.steps = steps;
        this.log = log;
    }

    /** Looks whether an image step would send one of the files. */
    void check(Map<EnvFileSettings, Place> files, EnvFileProblems problems) {
        for (BuildRunnerSettings step : steps) {
            if (step.isEnabled() && RunTypeId.IMAGE.equals(step.getRunType())) {
                context(step)
                        .ifPresent(context -> files.forEach((settings, place) -> {
                            if (context.sends(place.file())) {
                                sent(step, settings, problems);
                            }
                        }));
            }
        }
    }

    private void sent(BuildRunnerSettings step, EnvFileSettings settings, EnvFileProblems problems) {
        String fact = "Env file " + settings.target().path() + ": the build context of " + named(step) + " has it";
        String setting = EnvFileParameters.CONTEXT.label() + " (" + EnvFileParameters.CONTEXT.name() + ")";
        switch (settings.guards().context()) {
            case REFUSE ->
                problems.add(
                        FailureKind.ENV_FILE_EXPOSED,
                        fact
                                + ", so that an instruction such as COPY . . would put its values into a layer of the image. Name it in"
                                + " .dockerignore, enter a File (envFile.path) in %system.teamcity.build.tempDir%, or choose IGNORE"
                                + " at " + setting + ".");
            case IGNORE -> log.line(fact + ". That step leaves it out (" + setting + ").");
            case ALLOW ->
                log.line(
                        fact + ", and " + setting
                                + " allows that: an instruction such as COPY . . puts its values into the image.",
                        Status.WARNING);
        }
    }

    /** A step without a name goes by what it does. */
    private static String named(BuildRunnerSettings step) {
        return step.getName().isBlank() ? "an image step" : "the step " + step.getName();
    }

    private Optional<BuildContext> context(BuildRunnerSettings step) {
        Map<String, String> given = build.getSharedParametersResolver().resolve(step.getRunnerParameters());
        Path checkout = build.getCheckoutDirectory().toPath();
        try {
            Path start = checkout.resolve(Stream.ofNullable(step.getWorkingDirectory())
                    .map(path ->
                            build.getSharedParametersResolver().resolve(path).getResult())
                    .findFirst()
                    .orElse(""));
            String named = given.getOrDefault(ImageParameters.CONTEXT.name(), "");
            Path context = start.resolve(named.isBlank() ? ImageParameters.CONTEXT.defaultValue() : named)
                    .toRealPath();
            return Files.isDirectory(context)
                    ? Optional.of(BuildContext.of(context, dockerfile(given, start, context)))
                    : Optional.empty();
        } catch (IOException | InvalidPathException | EngineException notYet) {
            log.line("The build context of " + named(step) + " cannot be looked at yet (" + notYet.getMessage()
                    + "): the step itself will look at it.");
            return Optional.empty();
        }
    }

    private static Path dockerfile(Map<String, String> given, Path start, Path context) throws IOException {
        String named = given.getOrDefault(ImageParameters.DOCKERFILE.name(), "");
        Path file = named.isBlank() ? context.resolve("Dockerfile") : start.resolve(named);
        return Files.exists(file) ? file.toRealPath() : context.resolve("Dockerfile");
    }
}
