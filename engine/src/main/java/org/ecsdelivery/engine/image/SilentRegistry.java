package org.ecsdelivery.engine.image;

import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;

/** A registry that does not tell what it holds: a push finds out. */
public interface SilentRegistry extends ImageRegistry {
    @Override
    default boolean freezesTags(ImageReference repository) {
        return false;
    }

    @Override
    default Optional<ImageDigest> digestOf(ImageReference taggedImage) {
        return Optional.empty();
    }

    @Override
    default Optional<HeldImage> held(ImageReference taggedImage) {
        return Optional.empty();
    }

    @Override
    default List<PlatformImage> images(ImageReference pinnedImage) {
        return List.of();
    }
}
