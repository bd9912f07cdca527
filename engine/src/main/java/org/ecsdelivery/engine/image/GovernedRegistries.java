package org.ecsdelivery.engine.image;

import java.util.Optional;
import org.ecsdelivery.common.settings.RepositoryPolicy;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.event.EngineListener;

/**
 * Registries whose repositories are made as a policy says, where it is the step that makes them.
 *
 * @param registries the registries themselves
 * @param policy how a missing repository is made
 * @param listener hears of repositories that are otherwise
 */
public record GovernedRegistries(Registries registries, RepositoryPolicy policy, EngineListener listener)
        implements Registries {
    @Override
    public ImageRegistry own() {
        return governed(registries.own());
    }

    @Override
    public Optional<ImageRegistry> at(RegistryHost host) {
        return registries.at(host).map(this::governed);
    }

    private ImageRegistry governed(ImageRegistry registry) {
        return registry.repositories()
                .<ImageRegistry>map(repositories -> new GovernedRegistry(registry, repositories, policy, listener))
                .orElse(registry);
    }
}
