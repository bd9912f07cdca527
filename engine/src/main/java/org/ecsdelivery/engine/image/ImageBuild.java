package org.ecsdelivery.engine.image;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

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
 */
public record ImageBuild(
        Path context,
        Path dockerfile,
        Map<String, String> arguments,
        Optional<String> target,
        Map<String, String> labels,
        boolean pull,
        boolean noCache) {
    /** Copies the maps. */
    public ImageBuild {
        arguments = Map.copyOf(arguments);
        labels = Map.copyOf(labels);
    }
}
