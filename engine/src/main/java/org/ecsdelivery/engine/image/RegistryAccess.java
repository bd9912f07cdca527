package org.ecsdelivery.engine.image;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;

/** A registry, with a token that is renewed before it runs out. */
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

    /** Returns the host that the registry itself names. */
    RegistryHost host() {
        return credential.host();
    }

    /**
     * Tells whether the token opens another registry too: it does all those of its Region that the caller has permissions in, whatever the
     * account (Amazon ECR user guide, "Private registry authentication").
     */
    boolean opens(RegistryHost wanted) {
        return wanted.isSameRegistryAs(host())
                || wanted.region().isPresent() && wanted.region().equals(host().region());
    }

    boolean exists(ImageReference repository) {
        return registry.exists(repository);
    }

    void create(ImageReference repository) {
        registry.create(repository);
    }

    Optional<HeldImage> held(ImageReference taggedImage) {
        return registry.held(taggedImage);
    }

    boolean freezesTags(ImageReference repository) {
        return registry.freezesTags(repository);
    }

    /** Returns what to show the registry under the name that the image has: it may be another name of the registry. */
    RegistryCredential credential(RegistryHost as) {
        if (isRenewable() && credential.expiresAt().isBefore(clock.instant().plus(SHORTEST_LEFT))) {
            renew();
        }
        return credential.at(as);
    }

    /** Tells whether there can be another token: a user has but one password. */
    boolean isRenewable() {
        return !credential.expiresAt().equals(Instant.MAX);
    }

    void renew() {
        credential = registry.authorize();
    }
}
