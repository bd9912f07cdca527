package org.ecsdelivery.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.BuildOptionParameters;
import org.ecsdelivery.common.settings.BuildOptions;
import org.ecsdelivery.common.settings.CacheParameters;
import org.ecsdelivery.common.settings.ImageBuilder;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.docker.buildkit.BuildKit;
import org.ecsdelivery.docker.buildkit.BuildKitNeed;
import org.ecsdelivery.docker.buildkit.CliSearch;
import org.ecsdelivery.docker.buildkit.DockerCli;
import org.ecsdelivery.docker.context.BuildContext;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.ImageBuild;

/**
 * What builds one image.
 *
 * @param cli the docker command that reaches BuildKit; empty for the engine's own builder
 * @param reason what was chosen and why, a sentence
 */
record BuilderChoice(Optional<DockerCli> cli, String reason) {
    private static final String ENGINE = "The engine's own builder builds the image";

    static BuilderChoice of(ImageBuild build, BuildKit buildKit) {
        if (build.builder() == ImageBuilder.ENGINE) {
            return ofTheEngine(build);
        }
        Optional<BuildKitNeed> need = need(build);
        if (need.isEmpty()) {
            return new BuilderChoice(
                    Optional.empty(), ENGINE + ": nothing in the Dockerfile or the settings needs BuildKit.");
        }
        CliSearch search = buildKit.search();
        String why = need.get().what();
        if (search.usable().isPresent()) {
            DockerCli cli = search.usable().get();
            buildKit.check(cli, build);
            return new BuilderChoice(
                    Optional.of(cli), "BuildKit builds the image, through " + cli + ", for " + why + ".");
        }
        if (need.get().compelling()) {
            throw missing(why, search);
        }
        return new BuilderChoice(
                Optional.empty(),
                ENGINE + ", although BuildKit would be better for " + why + ": " + search.problem() + ".");
    }

    private static BuilderChoice ofTheEngine(ImageBuild build) {
        settingThatNeedsBuildKit(build).ifPresent(setting -> {
            throw new EngineException(
                    FailureKind.INVALID_PARAMETERS,
                    named(setting) + ": only BuildKit can do that, and " + named(ImageParameters.BUILDER)
                            + " is ENGINE",
                    "",
                    "Choose AUTO or BUILDKIT there.");
        });
        return new BuilderChoice(Optional.empty(), ENGINE + ": " + named(ImageParameters.BUILDER) + " is ENGINE.");
    }

    private static Optional<Parameter> settingThatNeedsBuildKit(ImageBuild build) {
        BuildOptions options = build.options();
        if (!build.secrets().isEmpty()) {
            return Optional.of(ImageParameters.SECRETS);
        }
        if (!options.ssh().isEmpty()) {
            return Optional.of(BuildOptionParameters.SSH);
        }
        if (!options.platforms().isEmpty()) {
            return Optional.of(BuildOptionParameters.PLATFORMS);
        }
        if (options.cache().to().isPresent()) {
            return Optional.of(CacheParameters.TO);
        }
        return options.makesAnIndex() ? Optional.of(BuildOptionParameters.ATTESTATIONS) : Optional.empty();
    }

    private static Optional<BuildKitNeed> need(ImageBuild build) {
        if (build.builder() == ImageBuilder.BUILDKIT) {
            return Optional.of(new BuildKitNeed(named(ImageParameters.BUILDER) + " BUILDKIT", true));
        }
        Optional<Parameter> setting = settingThatNeedsBuildKit(build);
        if (setting.isPresent()) {
            return Optional.of(new BuildKitNeed(named(setting.get()), true));
        }
        try {
            String dockerfile = new String(Files.readAllBytes(build.dockerfile()), StandardCharsets.UTF_8);
            return BuildKitNeed.in(dockerfile, build.arguments().keySet())
                    .map(need -> new BuildKitNeed(need.what() + " in the Dockerfile", need.compelling()))
                    .or(() -> cacheToRead(build));
        } catch (IOException e) {
            throw BuildContext.unreadable(build.context(), e);
        }
    }

    /** Most caches are BuildKit's, whose own the engine's builder cannot read. */
    private static Optional<BuildKitNeed> cacheToRead(ImageBuild build) {
        return build.options().cache().from().isEmpty()
                ? Optional.empty()
                : Optional.of(new BuildKitNeed(named(CacheParameters.FROM), false));
    }

    private static EngineException missing(String why, CliSearch search) {
        return new EngineException(
                FailureKind.BUILDKIT_MISSING,
                "BuildKit is needed for " + why + ", and no docker command on the agent's PATH reaches it",
                search.problem(),
                DockerCli.INSTALL + ", or do without BuildKit in the Dockerfile and the settings.");
    }

    private static String named(Parameter parameter) {
        return parameter.label() + " (" + parameter.name() + ")";
    }
}
