package org.ecsdelivery.docker;

import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.AuthConfigurations;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.core.SSLConfig;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells docker-java what it would otherwise look up in the agent's own environment and home directory: nothing but the
 * address. Credentials go with each call; only the one that logs in takes them from here.
 *
 * @param address the engine
 * @param login who logs in
 */
record Settled(DockerAddress address, Optional<AuthConfig> login) implements DockerClientConfig {
    @Override
    public URI getDockerHost() {
        return address.uri();
    }

    /** Without a version in the path, the engine answers in its own newest one. */
    @Override
    public RemoteApiVersion getApiVersion() {
        return RemoteApiVersion.unknown();
    }

    @Override
    public @Nullable String getRegistryUsername() {
        return login.map(AuthConfig::getUsername).orElse(null);
    }

    @Override
    public @Nullable String getRegistryPassword() {
        return login.map(AuthConfig::getPassword).orElse(null);
    }

    @Override
    public @Nullable String getRegistryEmail() {
        return null;
    }

    @Override
    public @Nullable String getRegistryUrl() {
        return login.map(AuthConfig::getRegistryAddress).orElse(null);
    }

    @Override
    public @Nullable AuthConfig effectiveAuthConfig(String imageName) {
        return null;
    }

    @Override
    public AuthConfigurations getAuthConfigurations() {
        return new AuthConfigurations();
    }

    @Override
    public @Nullable SSLConfig getSSLConfig() {
        return null;
    }
}
