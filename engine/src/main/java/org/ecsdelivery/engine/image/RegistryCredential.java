package org.ecsdelivery.engine.image;

import java.time.Instant;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.common.value.Secret;

/**
 * What a registry wants to see with each call.
 *
 * @param host the registry it is for
 * @param userName the user name, {@code AWS} for ECR
 * @param password the token
 * @param expiresAt when the registry stops taking it (ECR: after 12 hours); {@link Instant#MAX} for a password
 */
public record RegistryCredential(RegistryHost host, String userName, Secret password, Instant expiresAt) {
    /** Returns the same for another name of the registry: a Docker Engine looks for credentials under the host of the image's name. */
    public RegistryCredential at(RegistryHost name) {
        return new RegistryCredential(name, userName, password, expiresAt);
    }
}
