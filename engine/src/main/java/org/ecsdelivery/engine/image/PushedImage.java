package org.ecsdelivery.engine.image;

import java.time.Duration;
import java.util.List;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ImageTag;

/**
 * An image that the registry holds.
 *
 * @param repository host and repository, without tag or digest
 * @param tags its tags, in the order of the settings
 * @param digest its digest
 * @param bytes its size on the Docker Engine
 * @param pushTook how long the pushes of all tags took together
 */
public record PushedImage(
        ImageReference repository, List<ImageTag> tags, ImageDigest digest, long bytes, Duration pushTook) {
    /** Copies the tags. */
    public PushedImage {
        tags = List.copyOf(tags);
    }

    /** Returns the name that stands for this image for ever: {@code host/repository@sha256:...}. */
    public ImageReference pinned() {
        return repository.pinnedTo(digest);
    }
}
