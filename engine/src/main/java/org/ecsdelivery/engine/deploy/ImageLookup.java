package org.ecsdelivery.engine.deploy;

import java.util.List;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.ImageRegistry;

/** Finds the image that is to be deployed, and whether tasks can run it. */
final class ImageLookup {
    private final ImageRegistry registry;
    private final Checks checks;

    ImageLookup(ImageRegistry registry, Checks checks) {
        this.registry = registry;
        this.checks = checks;
    }

    /**
     * Returns the image by its digest.
     *
     * @throws EngineException when there is none, or nobody can look
     */
    ImageReference pinned(ImageReference given) {
        RegistryHost host = given.host().orElseGet(() -> registry.authorize().host());
        ImageReference image = given.inRegistry(host);
        return image.digest().isPresent() ? image : image.pinnedTo(digestBehindTag(image, host));
    }

    private ImageDigest digestBehindTag(ImageReference image, RegistryHost host) {
        RegistryHost own = registry.authorize().host();
        if (!inReach(host, own)) {
            throw new EngineException(
                    FailureKind.OTHER_REGISTRY,
                    "The tag of " + image + " cannot be looked up: " + host + " " + whereabouts(host)
                            + ", the build's registry is " + own,
                    "",
                    "Enter the image with its digest (name@sha256:...) as " + named(DeployParameters.IMAGE) + ".");
        }
        return registry.digestOf(image)
                .orElseThrow(() -> new EngineException(
                        FailureKind.IMAGE_NOT_FOUND,
                        "There is no image " + image,
                        "",
                        "Push it first, or correct " + named(DeployParameters.IMAGE) + "."));
    }

    /** Looks whether an image that was given by digest is there, and whether it is one for the tasks of the definition. */
    void check(ImageReference given, ImageReference image, RevisionState definition) {
        RegistryHost host = image.host().orElseThrow();
        if (inReach(host, definition)) {
            checks.look("Whether tasks can run " + image + " was not checked", () -> {
                if (given.digest().isPresent() && registry.digestOf(image).isEmpty()) {
                    throw missing(image);
                }
                definition.platform().ifPresent(platform -> requirePlatform(image, definition, platform));
            });
        } else if (given.digest().isPresent()) {
            checks.note(
                    "Whether there is an image " + image + " was not checked: " + host + " " + whereabouts(host) + ".");
        }
    }

    private static EngineException missing(ImageReference image) {
        return new EngineException(
                FailureKind.IMAGE_NOT_FOUND,
                "There is no image " + image + " in its repository",
                "",
                "Push it first, or correct " + named(DeployParameters.IMAGE)
                        + "; pull an image once that only a pull through cache rule brings.");
    }

    private void requirePlatform(ImageReference image, RevisionState definition, String platform) {
        List<String> offered = registry.platforms(image);
        if (!offered.isEmpty() && !offered.contains(platform)) {
            throw new EngineException(
                    FailureKind.IMAGE_NOT_FOUND,
                    "Image " + image + " is one for " + String.join(" and ", offered) + ", but the tasks of "
                            + definition.id() + " run on " + platform + " (runtimePlatform)",
                    "",
                    "Build the image for " + platform + ", or change runtimePlatform of the task definition.");
        }
    }

    /** ECR answers for other accounts, but for its own Region only (ECR API reference, DescribeImages, registryId). */
    private static boolean inReach(RegistryHost host, RegistryHost own) {
        return host.account().isPresent() && host.region().equals(own.region()) || host.isSameRegistryAs(own);
    }

    private static boolean inReach(RegistryHost host, RevisionState definition) {
        return host.account().isPresent()
                && host.region()
                        .filter(each -> definition.arn().contains(":" + each + ":"))
                        .isPresent();
    }

    private static String whereabouts(RegistryHost host) {
        return host.region().map(region -> "lies in " + region).orElse("is no ECR registry");
    }

    private static String named(Parameter parameter) {
        return parameter.label() + " (" + parameter.name() + ")";
    }
}
