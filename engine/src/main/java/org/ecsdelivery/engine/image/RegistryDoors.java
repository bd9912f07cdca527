package org.ecsdelivery.engine.image;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.RegistryParameters;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.jspecify.annotations.Nullable;

/** Opens the registries of one step, each once. */
final class RegistryDoors {
    private final Registries registries;
    private final InstantSource clock;
    private final Map<RegistryHost, RegistryAccess> open = new HashMap<>();
    private @Nullable RegistryAccess own;

    RegistryDoors(Registries registries, InstantSource clock) {
        this.registries = registries;
        this.clock = clock;
    }

    /**
     * Completes a name without a host, and opens its registry.
     *
     * @throws EngineException when the host is none that the step has credentials for
     */
    Target target(ImageReference repository) {
        if (repository.host().isEmpty()) {
            return new Target(repository.inRegistry(own().host()), own());
        }
        RegistryHost host = repository.host().get();
        return new Target(repository, known(host).orElseThrow(() -> unknown(host)));
    }

    /** Opens the registry of a host; nothing when the step has no credentials for it. */
    Optional<RegistryAccess> known(RegistryHost host) {
        if (!open.containsKey(host)) {
            Optional<RegistryAccess> found = registries.at(host).map(each -> RegistryAccess.open(each, clock));
            found.or(() -> own().opens(host) ? Optional.of(own()) : Optional.empty())
                    .ifPresent(access -> open.put(host, access));
        }
        return Optional.ofNullable(open.get(host));
    }

    /** Opens the registry of a host; nothing when the step has no credentials for it, or would have to ask for its own only to find out. */
    Optional<RegistryAccess> opened(RegistryHost host) {
        boolean byOwn = own != null && own.opens(host);
        return open.containsKey(host) || byOwn || registries.at(host).isPresent() ? known(host) : Optional.empty();
    }

    private RegistryAccess own() {
        if (own == null) {
            own = RegistryAccess.open(registries.own(), clock);
        }
        return own;
    }

    private EngineException unknown(RegistryHost host) {
        return new EngineException(
                FailureKind.OTHER_REGISTRY,
                ImageParameters.REPOSITORY.label() + " (" + ImageParameters.REPOSITORY.name() + ") names the registry "
                        + host + ", but the build's AWS credentials lead to " + own().host(),
                "",
                "Correct the host in " + ImageParameters.REPOSITORY.label() + ", leave the host out, or enter "
                        + RegistryParameters.USER.label() + " and password (" + RegistryParameters.USER.name()
                        + ") of that registry.");
    }
}
