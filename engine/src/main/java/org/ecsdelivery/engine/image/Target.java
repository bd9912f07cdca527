package org.ecsdelivery.engine.image;

import java.util.Optional;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ImageTag;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.TransientFailure;

/**
 * Where an image goes.
 *
 * @param repository host and repository
 * @param access the way into its registry
 */
record Target(ImageReference repository, RegistryAccess access) {
    /** Returns the image behind a tag; nothing where there is none, or where nobody may look. */
    Optional<HeldImage> held(ImageTag tag) {
        try {
            return access.held(repository.withTag(tag));
        } catch (AccessDenied | TransientFailure unknown) {
            return Optional.empty();
        }
    }
}
