package org.ecsdelivery.engine.event;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ImageTag;
import org.ecsdelivery.engine.image.built.BuiltImage;
import org.ecsdelivery.engine.image.built.ImageDetails;

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
     * A cache in a registry is not there, as before the first build that leaves one.
     *
     * @param cache the image that would hold it
     */
    record CacheMissing(String cache) implements ImageEvent {}

    /**
     * The image is built.
     *
     * @param imageId Docker's id of it
     * @param bytes its size
     * @param took how long the build took
     */
    record Built(String imageId, long bytes, Duration took) implements ImageEvent {}

    /**
     * What was built has been looked at.
     *
     * @param image the image
     * @param details what it says of itself
     */
    record Inspected(BuiltImage image, ImageDetails details) implements ImageEvent {}

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
     * @param reused those of the done layers that were in the registry before
     */
    record PushProgressed(int layersDone, int layers, long bytesSent, long bytes, int reused) implements ImageEvent {
        /** Makes the progress of a push that sends every layer. */
        public PushProgressed(int layersDone, int layers, long bytesSent, long bytes) {
            this(layersDone, layers, bytesSent, bytes, 0);
        }
    }

    /**
     * The engine sends a layer again by itself.
     *
     * @param said what it says of it, such as {@code Retrying in 5 seconds}
     */
    record LayerRepeated(String said) implements ImageEvent {}

    /**
     * The engine sends layers again, and the registry was asked why.
     *
     * @param image the image by tag
     * @param said what the engine says
     * @param reported what keeps the engine from logging in; empty when nothing does
     */
    record PushStalled(ImageReference image, String said, String reported) implements ImageEvent {}

    /**
     * A push starts over after a while.
     *
     * @param image the image by tag
     * @param reported why the last one failed
     * @param after how long after it
     */
    record PushRepeated(ImageReference image, String reported, Duration after) implements ImageEvent {}

    /**
     * The registry has the image under this tag already.
     *
     * @param image the image by tag
     * @param digest its digest there
     */
    record AlreadyThere(ImageReference image, ImageDigest digest) implements ImageEvent {}

    /**
     * The image has one tag now, and the rest of the push waits until it has passed its gate.
     *
     * @param tag the tag
     * @param waiting the names that wait
     */
    record TagsHeld(ImageTag tag, List<ImageReference> waiting) implements ImageEvent {
        /** Copies the list. */
        public TagsHeld {
            waiting = List.copyOf(waiting);
        }
    }

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
