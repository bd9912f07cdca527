package org.ecsdelivery.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.ImageBuild;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about an engine that is not there, or that does not answer as one does. */
class TroubledEngineTest {
    private static final String STEP = "{\"stream\":\"Step 1/2 : FROM scratch\\n\"}\r\n";

    @TempDir
    Path directory;

    private static EngineException failureOf(DockerEngine engine) {
        return catchThrowableOfType(EngineException.class, engine::describe);
    }

    private static String answer(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    private ImageBuild build() throws IOException {
        Path dockerfile = Files.write(directory.resolve("Dockerfile"), List.of("FROM scratch"));
        return new ImageBuild(directory, dockerfile, Map.of(), Optional.empty(), Map.of(), false, false);
    }

    private EngineException failureOfABuild(String says) throws IOException {
        try (LoopbackEngine engine = LoopbackEngine.thatHangsUpAfter(says)) {
            ImageBuild build = build();
            return catchThrowableOfType(
                    EngineException.class, () -> engine.engine().build(build, line -> {}));
        }
    }

    @Test
    void namesAPortThatNobodyListensOn() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String address = "tcp://127.0.0.1:" + port;
        EngineException failure = failureOf(DockerEngine.of(Map.of("DOCKER_HOST", address)));
        assertThat(failure.kind()).isEqualTo(FailureKind.DOCKER_UNREACHABLE);
        assertThat(failure.fact()).isEqualTo("No Docker Engine answers at " + address);
        assertThat(failure.reported())
                .hasValueSatisfying(words -> assertThat(words).contains("refused"));
        assertThat(failure.remedy())
                .contains("Start Docker on the agent's machine, or set DOCKER_HOST of the build (env.DOCKER_HOST) to"
                        + " where it runs.");
    }

    @Test
    void namesASocketFileThatIsNotThere() {
        String address = "unix://" + directory.resolve("docker.sock");
        EngineException failure = failureOf(DockerEngine.of(Map.of("DOCKER_HOST", address)));
        assertThat(failure.fact()).isEqualTo("No Docker Engine answers at " + address);
        assertThat(failure.reported())
                .hasValueSatisfying(words -> assertThat(words).contains("No such file"));
    }

    @Test
    void namesASocketFileThatNobodyListensOn() throws IOException {
        Path file = Files.writeString(directory.resolve("docker.sock"), "");
        EngineException failure = failureOf(DockerEngine.of(Map.of("DOCKER_HOST", "unix://" + file)));
        assertThat(failure.fact()).isEqualTo("No Docker Engine answers at unix://" + file);
        assertThat(failure.reported())
                .hasValueSatisfying(words -> assertThat(words).contains("refused"));
    }

    @Test
    void saysWhoMayUseTheSocketFile() {
        EngineException failure =
                Unreachable.at(DockerAddress.from(Map.of()), new IOException("[13] Permission denied"));
        assertThat(failure.remedy())
                .hasValueSatisfying(remedy -> assertThat(remedy).contains("usermod -aG docker"));
    }

    @Test
    void suggestsTlsWhenTheEngineAsksForIt() throws IOException {
        String says = "HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n";
        try (LoopbackEngine engine = LoopbackEngine.thatHangsUpAfter(says)) {
            EngineException failure = failureOf(engine.engine());
            assertThat(failure.kind()).isEqualTo(FailureKind.DOCKER_UNREACHABLE);
            assertThat(failure.reported()).contains("Client sent an HTTP request to an HTTPS server.");
            assertThat(failure.remedy())
                    .hasValueSatisfying(remedy -> assertThat(remedy).contains("DOCKER_TLS_VERIFY=1"));
        }
    }

    @Test
    void doesNotTakeSomethingElseForAnEngine() throws IOException {
        try (LoopbackEngine engine = LoopbackEngine.thatHangsUpAfter("SSH-2.0-OpenSSH_9.2\r\n")) {
            EngineException failure = failureOf(engine.engine());
            assertThat(failure.kind()).isEqualTo(FailureKind.DOCKER_UNREACHABLE);
            assertThat(failure.fact()).contains(engine.address());
        }
    }

    @Test
    void doesNotTakeAWebSiteForAnEngine() throws IOException {
        try (LoopbackEngine engine = LoopbackEngine.thatHangsUpAfter(answer("200 OK", "<html>"))) {
            EngineException failure = failureOf(engine.engine());
            assertThat(failure.kind()).isEqualTo(FailureKind.DOCKER_UNREACHABLE);
            assertThat(failure.fact()).contains(engine.address());
        }
    }

    @Test
    void quotesAnEngineThatFails() throws IOException {
        String says = answer("500 Internal Server Error", "{\"message\":\"no space left on device\"}");
        try (LoopbackEngine engine = LoopbackEngine.thatHangsUpAfter(says)) {
            assertThat(failureOf(engine.engine()).reported()).contains("no space left on device");
        }
    }

    @Test
    void doesNotTakeABuildForDoneWhenTheConnectionBreaks() throws IOException {
        EngineException failure = failureOfABuild(LoopbackEngine.beginningOfAStream(STEP));
        assertThat(failure.kind()).isEqualTo(FailureKind.DOCKER_UNREACHABLE);
        assertThat(failure.fact()).startsWith("No Docker Engine answers at tcp://127.0.0.1:");
    }

    @Test
    void doesNotTakeABuildForDoneThatNamesNoImage() throws IOException {
        EngineException failure = failureOfABuild(LoopbackEngine.beginningOfAStream(STEP) + "0\r\n\r\n");
        assertThat(failure.kind()).isEqualTo(FailureKind.BUILD_FAILED);
        assertThat(failure.reported()).contains("the engine ended the build without naming an image");
    }

    @Test
    void letsTheListenersOwnFailureThrough() throws IOException {
        Consumer<String> listener = line -> {
            throw new Cancelled("enough");
        };
        try (LoopbackEngine engine =
                LoopbackEngine.thatHangsUpAfter(LoopbackEngine.beginningOfAStream(STEP) + "0\r\n\r\n")) {
            ImageBuild build = build();
            assertThatThrownBy(() -> engine.engine().build(build, listener))
                    .isInstanceOf(Cancelled.class)
                    .hasMessage("enough");
        }
    }
}
