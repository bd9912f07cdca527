package org.ecsdelivery.engine.image;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** The registry that the build's credentials lead to, with a token that is renewed before it runs out. */
final class RegistryAccess {
    /** A push of a large image may take minutes; a token that ends in the middle of it costs a second push. */
    private static final Duration SHORTEST_LEFT = Duration.ofMinutes(5);

    private final ImageRegistry registry;
    private final InstantSource clock;
    private RegistryCredential credential;

    private RegistryAccess(ImageRegistry registry, InstantSource clock, RegistryCredential credential) {
        this.registry = registry;
        this.clock = clock;
        this.credential = credential;
    }

    static RegistryAccess open(ImageRegistry registry, InstantSource clock) {
        return new RegistryAccess(registry, clock, registry.authorize());
    }

    /** Completes a name without a host, and refuses one that leads to a registry that the token is not for. */
    ImageReference complete(ImageReference repository) {
        RegistryHost ours = credential.host();
        RegistryHost wanted = repository.host().orElse(ours);
        if (!isReachedWithTokenOf(ours, wanted)) {
            throw new EngineException(
                    FailureKind.OTHER_REGISTRY,
                    ImageParameters.REPOSITORY.label() + " (" + ImageParameters.REPOSITORY.name()
                            + ") names the registry " + wanted + ", but the build's AWS credentials lead to " + ours,
                    "",
                    "Correct the host in " + ImageParameters.REPOSITORY.label() + ", leave the host out, or give the"
                            + " build credentials and the Region of that registry.");
        }
        return repository.inRegistry(wanted);
    }

    /**
     * A token opens every registry of its Region that the caller has permissions in, whatever the account
     * (Amazon ECR user guide, "Private registry authentication").
     */
    private static boolean isReachedWithTokenOf(RegistryHost ours, RegistryHost wanted) {
        return wanted.isSameRegistryAs(ours)
                || wanted.region().isPresent() && wanted.region().equals(ours.region());
    }

    boolean ensureExists(ImageReference repository, boolean mayCreate) {
        if (registry.exists(repository)) {
            return false;
        }
        if (!mayCreate) {
            throw missing(repository);
        }
        registry.create(repository);
        return true;
    }

    private static EngineException missing(ImageReference repository) {
        return new EngineException(
                FailureKind.REPOSITORY_MISSING,
                "The repository " + repository + " does not exist",
                "",
                "Create it, correct " + ImageParameters.REPOSITORY.label() + " (" + ImageParameters.REPOSITORY.name()
                        + "), or switch on " + ImageParameters.CREATE_REPOSITORY.label() + " ("
                        + ImageParameters.CREATE_REPOSITORY.name() + ").");
    }

    RegistryCredential credential() {
        Instant soon = clock.instant().plus(SHORTEST_LEFT);
        return credential.expiresAt().isBefore(soon) ? renewed() : credential;
    }

    RegistryCredential renewed() {
        credential = registry.authorize();
        return credential;
    }
}
