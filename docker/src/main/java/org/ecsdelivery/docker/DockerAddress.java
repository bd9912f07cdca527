package org.ecsdelivery.docker;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.docker.tls.TlsFiles;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/**
 * Where the Docker Engine answers, read from the variables that the docker command reads (Docker documentation, "docker",
 * environment variables).
 *
 * @param uri {@code unix:}, {@code npipe:} or {@code tcp:}
 * @param tls the files for TLS; empty without TLS
 */
record DockerAddress(URI uri, Optional<TlsFiles> tls) {
    private static final String HOST = "DOCKER_HOST";
    private static final int LARGEST_PORT = 65_535;

    static DockerAddress from(Map<String, String> environment) {
        String host = environment.getOrDefault(HOST, "").strip();
        boolean secured = !environment.getOrDefault("DOCKER_TLS_VERIFY", "").isEmpty();
        URI uri = host.isEmpty() ? ofThisMachine() : parsed(host, secured);
        boolean local = !"tcp".equals(uri.getScheme());
        return new DockerAddress(uri, secured && !local ? Optional.of(certificates(environment)) : Optional.empty());
    }

    private static URI ofThisMachine() {
        return URI.create(
                File.separatorChar == '\\' ? "npipe:////./pipe/docker_engine" : "unix:///var/run/docker.sock");
    }

    private static TlsFiles certificates(Map<String, String> environment) {
        String given = environment.getOrDefault("DOCKER_CERT_PATH", "");
        String home = environment.getOrDefault("HOME", environment.getOrDefault("USERPROFILE", ""));
        return new TlsFiles(given.isEmpty() ? Path.of(home, ".docker") : Path.of(given));
    }

    private static URI parsed(String host, boolean secured) {
        try {
            URI uri = URI.create(host.contains("://") ? host : "tcp://" + host);
            return switch (String.valueOf(uri.getScheme())) {
                case "unix", "npipe" -> uri;
                case "tcp", "http", "https" -> tcp(uri, secured);
                default -> throw refused(host, "");
            };
        } catch (IllegalArgumentException invalid) {
            throw refused(host, String.valueOf(invalid.getMessage()));
        }
    }

    /** The ports are the ones registered for Docker without and with TLS. */
    private static URI tcp(URI uri, boolean secured) {
        if (uri.getHost() == null || uri.getPort() > LARGEST_PORT) {
            throw refused(uri.toString(), "");
        }
        int port = uri.getPort() > 0 ? uri.getPort() : secured ? 2376 : 2375;
        return URI.create("tcp://" + uri.getHost() + ":" + port);
    }

    private static EngineException refused(String host, String reported) {
        return new EngineException(
                FailureKind.DOCKER_UNREACHABLE,
                HOST + " '" + host + "' is no address that this step can reach Docker at",
                reported,
                "Set " + HOST + " of the build (env." + HOST
                        + ") to unix:///path/to/docker.sock, npipe:////./pipe/docker_engine or tcp://host:port, or clear it"
                        + " for the engine of the agent's machine.");
    }

    /** Returns the file that the engine's socket is, when it has one. */
    Optional<Path> socketFile() {
        return "unix".equals(uri.getScheme()) ? Optional.of(Path.of(uri.getPath())) : Optional.empty();
    }

    /** Returns the variables that lead the docker command to the same engine. */
    Map<String, String> environment() {
        Map<String, String> variables = new HashMap<>(Map.of(HOST, uri.toString()));
        tls.ifPresent(files -> {
            variables.put("DOCKER_TLS_VERIFY", "1");
            variables.put("DOCKER_CERT_PATH", files.directory().toString());
        });
        return variables;
    }

    @Override
    public String toString() {
        return uri + (tls.isPresent() ? " (TLS)" : "");
    }
}
