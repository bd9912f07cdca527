package org.ecsdelivery.agent;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.agent.envfile.EnvFile;
import org.ecsdelivery.common.settings.EnvFileParameters;
import org.ecsdelivery.common.settings.EnvFileSettings.Context;
import org.ecsdelivery.docker.context.BuildContext;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.BuildPaths;

/**
 * The env files of a build, looked at once more when an image step begins: steps before it may have changed the Dockerfile, the
 * ignore file or the links.
 */
final class EnvFilesInContext {
    private final List<EnvFile> files;
    private final StepLog log;

    EnvFilesInContext(List<EnvFile> files, StepLog log) {
        this.files = files;
        this.log = log;
    }

    /**
     * Looks whether a build context would send any of them.
     *
     * @return those that this image must be built without
     * @throws EngineException when one must not be sent, and nobody said that it may be left out; it names all of these
     */
    Set<Path> kept(BuildPaths paths) {
        if (files.isEmpty()) {
            return Set.of();
        }
        BuildContext context = BuildContext.of(paths.context(), paths.dockerfile());
        List<EnvFile> sent =
                files.stream().filter(each -> context.sends(each.file())).toList();
        refuse(sent.stream().filter(each -> rule(each) == Context.REFUSE).toList(), paths);
        Set<Path> kept = new HashSet<>();
        for (EnvFile each : sent) {
            if (rule(each) == Context.IGNORE) {
                kept.add(each.file());
                log.line("Env file " + path(each) + " is left out of the build context (" + setting() + ").");
            } else {
                log.line(
                        "Env file " + path(each) + " goes along with the build context (" + setting()
                                + " allows that): an instruction such as COPY . . puts its values into the image.",
                        Status.WARNING);
            }
        }
        return kept;
    }

    private static void refuse(List<EnvFile> refused, BuildPaths paths) {
        if (!refused.isEmpty()) {
            throw new EngineException(
                    FailureKind.ENV_FILE_EXPOSED,
                    "The build context " + paths.context() + " has env files of this build: "
                            + String.join(
                                    ", ",
                                    refused.stream()
                                            .map(EnvFilesInContext::path)
                                            .toList())
                            + ", so that an instruction such as COPY . . would put their values into a layer of the image",
                    "",
                    "Name them in .dockerignore, enter a File (" + EnvFileParameters.PATH.name()
                            + ") in %system.teamcity.build.tempDir%, or choose IGNORE at " + setting() + ".");
        }
    }

    private static Context rule(EnvFile file) {
        return file.settings().guards().context();
    }

    private static String path(EnvFile file) {
        return file.settings().target().path();
    }

    private static String setting() {
        return EnvFileParameters.CONTEXT.label() + " (" + EnvFileParameters.CONTEXT.name() + ")";
    }
}
