package org.ecsdelivery.docker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.common.value.Secret;

/** A registry that is not ours and not ECR's: the one of Debian's package {@code docker-registry}, with one user. */
final class DebianRegistry implements AutoCloseable {
    static final String USER = "bot";
    static final Secret PASSWORD = Secret.of("push+pull/secret");
    /** The password by bcrypt, the only form the registry reads. */
    private static final String HASH = "$2b$04$68YRay2MU2FPyTLDKETwSunmDYJdaCK0q8AMB6A5BrQTuzrq0ImNS";

    private static final Pattern LISTENING = Pattern.compile("listening on 127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final int port;

    private DebianRegistry(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it on a port of its choice, with its images below the directory. */
    static DebianRegistry start(Path directory) throws Exception {
        Path users = Files.writeString(directory.resolve("htpasswd"), USER + ":" + HASH + "\n");
        Path configuration = Files.writeString(directory.resolve("config.yml"), """
                version: 0.1
                log:
                  accesslog:
                    disabled: true
                storage:
                  filesystem:
                    rootdirectory: %s
                http:
                  addr: 127.0.0.1:0
                auth:
                  htpasswd:
                    realm: registry
                    path: %s
                """.formatted(
                        Files.createDirectory(directory.resolve("images")), users));
        Process process = new ProcessBuilder("docker-registry", "serve", configuration.toString())
                .redirectErrorStream(true)
                .start();
        CompletableFuture<Integer> port = new CompletableFuture<>();
        Thread reader = new Thread(() -> follow(process, port), "docker-registry output");
        reader.setDaemon(true);
        reader.start();
        try {
            return new DebianRegistry(process, port.get(60, TimeUnit.SECONDS));
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Reads to the end, so that it never waits for its reader. */
    private static void follow(Process process, CompletableFuture<Integer> port) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    port.complete(Integer.parseInt(listening.group(1)));
                }
            }
        } catch (IOException ended) {
            said.append(ended);
        }
        port.completeExceptionally(new IllegalStateException("The registry does not listen:\n" + said));
    }

    RegistryHost host() {
        return new RegistryHost("127.0.0.1:" + port);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
