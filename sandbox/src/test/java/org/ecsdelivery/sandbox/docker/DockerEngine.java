package org.ecsdelivery.sandbox.docker;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The Docker Engine that DOCKER_HOST names, or the local one. */
final class DockerEngine {

    private static final String LOCAL = "unix:///var/run/docker.sock";
    private static final int TIMEOUT_SECONDS = 10;

    private final String host;

    DockerEngine(String host) {
        this.host = host;
    }

    static DockerEngine ofEnvironment() {
        return new DockerEngine(Optional.ofNullable(System.getenv("DOCKER_HOST"))
                .filter(host -> !host.isBlank())
                .orElse(LOCAL));
    }

    /** Says why the engine cannot be used; empty when it answers. */
    Optional<String> problem() {
        CompletableFuture<Optional<String>> ping = CompletableFuture.supplyAsync(this::ping);
        try {
            return ping.get(TIMEOUT_SECONDS, TimeUnit.SECONDS).map(this::unreachable);
        } catch (TimeoutException e) {
            return Optional.of(unreachable("no answer within " + TIMEOUT_SECONDS + " s"));
        } catch (ExecutionException e) {
            return Optional.of(unreachable(e.getCause().toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(unreachable("interrupted"));
        }
    }

    private String unreachable(String reason) {
        return "No Docker Engine at " + host + " (" + reason
                + "). Start dockerd, or let DOCKER_HOST name a running one.";
    }

    private Optional<String> ping() {
        try (SocketChannel channel = SocketChannel.open(address(URI.create(host)))) {
            channel.write(ByteBuffer.wrap("GET /_ping HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer answer = ByteBuffer.allocate(512);
            channel.read(answer);
            String status = new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
            // an engine behind TLS answers 400 to a plain request, which is an engine all the same
            return status.startsWith("HTTP/1.") ? Optional.empty() : Optional.of("it does not answer HTTP");
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(e.toString());
        }
    }

    private static SocketAddress address(URI host) {
        return switch (host.getScheme()) {
            case "unix" -> UnixDomainSocketAddress.of(host.getPath());
            case "tcp", "http", "https" -> new InetSocketAddress(host.getHost(), host.getPort());
            default ->
                throw new IllegalArgumentException(
                        "addresses of the kind '" + host.getScheme() + "' cannot be checked from here");
        };
    }
}
