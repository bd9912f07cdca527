package org.ecsdelivery.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.ImageBuild;
import org.ecsdelivery.engine.image.built.BuiltImage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a context gets through the engine's socket file, and what is said when it does not. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the engine has a named pipe there")
class UploadTest {
    private static final String REFUSED = "{\"message\":\"no space left on device\"}";

    @TempDir
    Path context;

    @TempDir
    Path sockets;

    private Path socket;

    @BeforeEach
    void plant() throws IOException {
        socket = sockets.resolve("docker.sock");
        Files.write(context.resolve("Dockerfile"), List.of("FROM scratch"));
    }

    private ImageBuild build() {
        return new ImageBuild(
                context, context.resolve("Dockerfile"), Map.of(), Optional.empty(), Map.of(), false, false);
    }

    private byte[] plantFile(int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return Files.readAllBytes(Files.write(context.resolve("file"), content));
    }

    private BuiltImage buildAt(String address) {
        return DockerEngine.of(Map.of("DOCKER_HOST", address)).build(build(), line -> {});
    }

    private EngineException failureAt(String address) {
        return catchThrowableOfType(EngineException.class, () -> buildAt(address));
    }

    private EngineException failureAt(LoopbackEngine engine) throws IOException {
        try (engine) {
            return failureAt(engine.address());
        }
    }

    private static byte[] fileIn(InputStream tar) throws IOException {
        TarArchiveInputStream entries = new TarArchiveInputStream(tar, "UTF-8");
        for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (entry.getName().equals("file")) {
                return entries.readAllBytes();
            }
        }
        throw new AssertionError("no file in the context");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 260_000, 262_144, 5_000_000})
    void bringsFilesOfAnySizeThrough(int size) throws IOException {
        byte[] content = plantFile(size);
        byte[][] arrived = new byte[1][];
        try (UploadEngine engine = new UploadEngine(socket, tar -> arrived[0] = fileIn(tar))) {
            assertThat(buildAt(engine.address()).id()).startsWith("sha256:0123");
        }
        assertThat(arrived[0]).isEqualTo(content);
    }

    @Test
    void namesTheFileThatCannotBeReadNotTheEngine() throws IOException {
        plantFile(1_000_000);
        Path link = Files.createDirectory(context.resolve("z")).resolve("odd");
        Files.writeString(link, "here");
        try (UploadEngine engine = new UploadEngine(socket, tar -> {
            tar.read();
            Files.delete(link);
            Files.delete(link.getParent());
            tar.transferTo(java.io.OutputStream.nullOutputStream());
        })) {
            // more than what may be read ahead
            plantFile(8_000_000);
            EngineException failure = failureAt(engine.address());
            assertThat(failure.kind()).isEqualTo(FailureKind.BUILD_FAILED);
            assertThat(failure).hasMessageContaining("NoSuchFileException: " + link.getParent());
        }
    }

    @Test
    void namesAFileThatTheAgentMayNotRead() throws IOException {
        plantFile(10);
        Path secret = Files.writeString(context.resolve("secret"), "x");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        org.assertj.core.api.Assumptions.assumeThat(Files.isReadable(secret)).isFalse();
        try (UploadEngine engine = new UploadEngine(socket, tar -> {})) {
            assertThat(failureAt(engine.address())).hasMessageContaining("AccessDeniedException: " + secret);
        }
    }

    @Test
    void quotesAnEngineThatRefusesBeforeItHasReadAll() throws IOException {
        plantFile(8_000_000);
        String says =
                "HTTP/1.1 500 Internal Server Error\r\nContent-Length: " + REFUSED.length() + "\r\n\r\n" + REFUSED;
        EngineException failure = failureAt(LoopbackEngine.onSocketFileThatHangsUp(socket, says));
        assertThat(failure).hasMessageContaining("no space left on device");
    }

    @Test
    void quotesAnEngineThatRefusesAtTheEnd() throws IOException {
        String says = "HTTP/1.0 400 Bad Request\r\n\r\n" + REFUSED;
        EngineException failure = failureAt(LoopbackEngine.onSocketFileThatHangsUp(socket, says));
        assertThat(failure).hasMessageContaining("no space left on device");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"st",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nhello\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"stream\":\"x\"}\n"
            })
    void doesNotTakeABuildForDoneWhenTheConnectionBreaks(String says) throws IOException {
        EngineException failure = failureAt(LoopbackEngine.onSocketFileThatHangsUp(socket, says));
        assertThat(failure.kind()).isEqualTo(FailureKind.DOCKER_UNREACHABLE);
        assertThat(failure.fact()).isEqualTo("No Docker Engine answers at unix://" + socket);
    }

    @Test
    void namesASocketFileThatIsNotThere() {
        EngineException failure = failureAt("unix://" + socket);
        assertThat(failure.kind()).isEqualTo(FailureKind.DOCKER_UNREACHABLE);
        assertThat(failure.reported())
                .hasValueSatisfying(words -> assertThat(words).contains("No such file"));
    }
}
