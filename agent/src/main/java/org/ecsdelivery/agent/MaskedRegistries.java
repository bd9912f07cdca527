package org.ecsdelivery.agent;

import java.util.Optional;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.image.ImageRegistry;
import org.ecsdelivery.engine.image.Registries;

/**
 * Registries whose tokens are masked before anybody gets to see them.
 *
 * @param registries the registries themselves
 * @param masking keeps their tokens out of the build log
 */
record MaskedRegistries(Registries registries, Masking masking) implements Registries {
    @Override
    public ImageRegistry own() {
        return new MaskedRegistry(registries.own(), masking);
    }

    @Override
    public Optional<ImageRegistry> at(RegistryHost host) {
        return registries.at(host).map(each -> new MaskedRegistry(each, masking));
    }
}
