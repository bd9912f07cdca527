package org.ecsdelivery.agent;

import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.image.HeldImage;
import org.ecsdelivery.engine.image.ImageRegistry;
import org.ecsdelivery.engine.image.PlatformImage;
import org.ecsdelivery.engine.image.RegistryCredential;
import org.ecsdelivery.engine.image.Repositories;

/**
 * A registry whose tokens are masked before anybody gets to see them.
 *
 * @param registry the registry itself
 * @param masking keeps its tokens out of the build log
 */
record MaskedRegistry(ImageRegistry registry, Masking masking) implements ImageRegistry {
    @Override
    public RegistryCredential authorize() {
        RegistryCredential credential = registry.authorize();
        masking.add(credential);
        return credential;
    }

    @Override
    public boolean exists(ImageReference repository) {
        return registry.exists(repository);
    }

    @Override
    public void create(ImageReference repository) {
        registry.create(repository);
    }

    @Override
    public boolean freezesTags(ImageReference repository) {
        return registry.freezesTags(repository);
    }

    @Override
    public Optional<HeldImage> held(ImageReference taggedImage) {
        return registry.held(taggedImage);
    }

    @Override
    public Optional<ImageDigest> digestOf(ImageReference taggedImage) {
        return registry.digestOf(taggedImage);
    }

    @Override
    public Optional<Repositories> repositories() {
        return registry.repositories();
    }

    @Override
    public List<PlatformImage> images(ImageReference pinnedImage) {
        return registry.images(pinnedImage);
    }
}
