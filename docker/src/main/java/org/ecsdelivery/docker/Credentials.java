package org.ecsdelivery.docker;

import com.github.dockerjava.api.model.AuthConfig;
import org.ecsdelivery.engine.image.RegistryCredential;

/** Credentials in the form that the engine takes with a call. */
final class Credentials {
    private Credentials() {}

    static AuthConfig of(RegistryCredential credential) {
        return new AuthConfig()
                .withRegistryAddress(address(credential.host().value()))
                .withUsername(credential.userName())
                .withPassword(credential.password().reveal());
    }

    /** Docker Hub goes by an address of its own (Docker Engine, {@code registry.IndexServer}). */
    static String address(String host) {
        return host.equals("docker.io") ? "https://index.docker.io/v1/" : host;
    }
}
