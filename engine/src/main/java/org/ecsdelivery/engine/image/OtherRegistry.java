package org.ecsdelivery.engine.image;

import java.time.Instant;
import org.ecsdelivery.common.settings.RegistryLogin;
import org.ecsdelivery.common.value.ImageReference;

/**
 * A registry that is not ECR's: there is a user, and no way to ask it anything but a push. What is there is told by the push.
 *
 * @param login the user
 */
public record OtherRegistry(RegistryLogin login) implements SilentRegistry {
    @Override
    public RegistryCredential authorize() {
        return new RegistryCredential(login.host(), login.user(), login.password(), Instant.MAX);
    }

    @Override
    public boolean exists(ImageReference repository) {
        return true;
    }

    @Override
    public void create(ImageReference repository) {
        throw new IllegalStateException("repositories of " + login.host() + " are not made here");
    }
}
