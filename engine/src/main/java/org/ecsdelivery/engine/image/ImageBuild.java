package org.ecsdelivery.engine.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.settings.BuildOptions;
import org.ecsdelivery.common.settings.ImageBuilder;

/**
 * One build, with every path resolved and checked.
 *
 * @param context the build context, a directory inside the checkout
 * @param dockerfile the Dockerfile, a file inside the checkout, not necessarily inside the context
 * @param arguments values of {@code ARG}s
 * @param target the stage to build; empty for the last one
 * @param labels labels of the image
 * @param pull whether to ask for newer base images
 * @param noCache whether to build every layer anew
 * @param builder what builds
 * @param secrets files that the Dockerfile may read while it is built, by id; real paths
 * @param kept files that must not go along with the context
 * @param options how it is built beyond that; what is a path there is a real one
 * @param logins what the registries of its base images want to see
 */
public record ImageBuild(
        Path context,
        Path dockerfile,
        Map<String, String> arguments,
        Optional<String> target,
        Map<String, String> labels,
        boolean pull,
        boolean noCache,
        ImageBuilder builder,
        Map<String, Path> secrets,
        Set<Path> kept,
        BuildOptions options,
        List<RegistryCredential> logins) {
    /** Copies the collections. */
    public ImageBuild {
        arguments = Map.copyOf(arguments);
        labels = Map.copyOf(labels);
        secrets = Map.copyOf(secrets);
        kept = Set.copyOf(kept);
        logins = List.copyOf(logins);
    }

    /** Makes a build by whatever builder suits, without secrets. */
    public ImageBuild(
            Path context,
            Path dockerfile,
            Map<String, String> arguments,
            Optional<String> target,
            Map<String, String> labels,
            boolean pull,
            boolean noCache) {
        this(
                context,
                dockerfile,
                arguments,
                target,
                labels,
                pull,
                noCache,
                ImageBuilder.AUTO,
                Map.of(),
                Set.of(),
                BuildOptions.NONE,
                List.of());
    }

    /** Returns this build by a builder. */
    public ImageBuild by(ImageBuilder another) {
        return new ImageBuild(
                context, dockerfile, arguments, target, labels, pull, noCache, another, secrets, kept, options, logins);
    }

    /** Returns this build with files that the Dockerfile may read while it is built. */
    public ImageBuild withSecrets(Map<String, Path> files) {
        return new ImageBuild(
                context, dockerfile, arguments, target, labels, pull, noCache, builder, files, kept, options, logins);
    }

    /** Returns this build with files that must not go along with the context. */
    public ImageBuild keeping(Set<Path> files) {
        return new ImageBuild(
                context,
                dockerfile,
                arguments,
                target,
                labels,
                pull,
                noCache,
                builder,
                secrets,
                files,
                options,
                logins);
    }

    /** Returns this build with options. */
    public ImageBuild with(BuildOptions others) {
        return new ImageBuild(
                context, dockerfile, arguments, target, labels, pull, noCache, builder, secrets, kept, others, logins);
    }

    /** Returns this build with what the registries of its base images want to see. */
    public ImageBuild loggedInBy(List<RegistryCredential> credentials) {
        return new ImageBuild(
                context,
                dockerfile,
                arguments,
                target,
                labels,
                pull,
                noCache,
                builder,
                secrets,
                kept,
                options,
                credentials);
    }
}
