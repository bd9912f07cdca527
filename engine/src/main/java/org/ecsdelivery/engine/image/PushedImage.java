package org.ecsdelivery.engine.image;

import java.time.Duration;
import java.util.List;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ImageTag;

/**
 * An image that registries hold.
 *
 * @param everywhere host, repository and digest in each of them, in the order of the settings
 * @param tags its tags, in the order of the settings
 * @param bytes its size on the Docker Engine
 * @param pushTook how long all pushes took together
 */
public record PushedImage(List<ImageReference> everywhere, List<ImageTag> tags, long bytes, Duration pushTook) {
    /** Copies the lists. */
    public PushedImage {
        everywhere = List.copyOf(everywhere);
        tags = List.copyOf(tags);
    }

    /** Returns the name that stands for this image for ever: {@code host/repository@sha256:...}. */
    public ImageReference pinned() {
        return everywhere.get(0);
    }

    /** Returns host and repository, without tag or digest. */
    public ImageReference repository() {
        return ImageReference.of(pinned().host().orElseThrow(), pinned().repository());
    }

    /** Returns its digest. */
    public ImageDigest digest() {
        return pinned().digest().orElseThrow();
    }
}
