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
    /** Returns what Docker knows the registry by: Docker Hub goes by an address of its own (Docker Engine, {@code registry.IndexServer}). */
    public String address() {
        return host.value().equals("docker.io") ? "https://index.docker.io/v1/" : host.value();
    }

    /** Returns the same for another name of the registry: a Docker Engine looks for credentials under the host of the image's name. */
    public RegistryCredential at(RegistryHost name) {
        return new RegistryCredential(name, userName, password, expiresAt);
    }
}
