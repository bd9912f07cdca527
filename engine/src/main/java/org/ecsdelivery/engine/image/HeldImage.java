package org.ecsdelivery.engine.image;

import java.util.Optional;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.engine.image.built.BuiltImage;

/**
 * An image that a registry holds under a tag.
 *
 * @param digest its digest
 * @param configuration the digest of its configuration; empty for an index of several images
 */
public record HeldImage(ImageDigest digest, Optional<ImageDigest> configuration) {
    /**
     * Tells whether this is the image that a Docker Engine has built. Its id is the digest of the configuration, which names every layer by
     * its content (OCI image specification, "ImageID"); with containerd's image store it is the digest of the manifest.
     */
    public boolean isOf(BuiltImage built) {
        return digest.value().equals(built.id())
                || configuration.filter(each -> each.value().equals(built.id())).isPresent();
    }

    @Override
    public String toString() {
        return digest + configuration.map(each -> " (image " + each + ")").orElse("");
    }
}
