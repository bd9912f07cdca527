package org.ecsdelivery.engine.event;

import java.nio.file.Path;
import java.time.Duration;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;

/** What the image step tells. */
public sealed interface ImageEvent extends EngineEvent {

    /**
     * A Docker Engine answers.
     *
     * @param description its version and address
     */
    record DockerFound(String description) implements ImageEvent {}

    /**
     * What builds the image is chosen.
     *
     * @param description which builder and why, a sentence
     */
    record BuilderChosen(String description) implements ImageEvent {}

    /**
     * The registry is known and gave a token.
     *
     * @param repository host and repository
     */
    record RegistryFound(ImageReference repository) implements ImageEvent {}

    /**
     * The repository was missing and is there now.
     *
     * @param repository host and repository
     */
    record RepositoryCreated(ImageReference repository) implements ImageEvent {}

    /**
     * The build context goes to Docker.
     *
     * @param dockerfile the Dockerfile
     * @param context the directory
     */
    record BuildStarted(Path dockerfile, Path context) implements ImageEvent {}

    /**
     * Docker prints a line.
     *
     * @param line the line without its end
     */
    record BuildOutput(String line) implements ImageEvent {}

    /**
     * The image is built.
     *
     * @param imageId Docker's id of it
     * @param bytes its size
     * @param took how long the build took
     */
    record Built(String imageId, long bytes, Duration took) implements ImageEvent {}

    /**
     * A push begins.
     *
     * @param image the image by tag
     */
    record PushStarted(ImageReference image) implements ImageEvent {}

    /**
     * A push goes on; comes often, listeners show it sparingly.
     *
     * @param layersDone layers that are in the registry
     * @param layers layers known so far
     * @param bytesSent bytes sent so far
     * @param bytes bytes to send, as far as known
     */
    record PushProgressed(int layersDone, int layers, long bytesSent, long bytes) implements ImageEvent {}

    /**
     * A push starts over with a new token.
     *
     * @param image the image by tag
     * @param reported why the registry refused the old one
     */
    record TokenRefreshed(ImageReference image, String reported) implements ImageEvent {}

    /**
     * One tag is pushed.
     *
     * @param image the image by tag
     * @param digest the digest under which the registry keeps it
     * @param took how long this push took
     */
    record Pushed(ImageReference image, ImageDigest digest, Duration took) implements ImageEvent {}
}
