package org.ecsdelivery.docker;

import com.github.dockerjava.api.model.AuthConfig;
import org.ecsdelivery.engine.image.RegistryCredential;

/** Credentials in the form that the engine takes with a call. */
final class Credentials {
    private Credentials() {}

    static AuthConfig of(RegistryCredential credential) {
        return new AuthConfig()
                .withRegistryAddress(credential.address())
                .withUsername(credential.userName())
                .withPassword(credential.password().reveal());
    }
}
