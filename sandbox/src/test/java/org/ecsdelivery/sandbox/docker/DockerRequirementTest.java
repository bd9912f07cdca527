package org.ecsdelivery.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class DockerRequirementTest {

    @TempDir
    Path directory;

    @Test
    void abortsPolitelyOnADevelopersMachineWithoutDocker() {
        DockerRequirement requirement = new DockerRequirement(absent(), false);
        assertThatThrownBy(requirement::check)
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("No Docker Engine at unix://")
                .hasMessageContaining("Start dockerd, or let DOCKER_HOST name a running one.");
    }

    @Test
    void failsInContinuousIntegrationWithoutDocker() {
        DockerRequirement requirement = new DockerRequirement(absent(), true);
        assertThatThrownBy(requirement::check)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("With CI=true this test must run, not be skipped.");
    }

    @Test
    void saysWhichAddressesItCannotCheck() {
        DockerRequirement requirement = new DockerRequirement(new DockerEngine("ssh://build-host"), false);
        assertThatThrownBy(requirement::check).hasMessageContaining("'ssh'");
    }

    @Test
    void isContentWithAnEngineThatAnswers() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answerOnce(server));
            DockerEngine engine = new DockerEngine("tcp://127.0.0.1:" + server.getLocalPort());
            assertThatCode(new DockerRequirement(engine, true)::check).doesNotThrowAnyException();
            answered.join();
        }
    }

    private static void answerOnce(ServerSocket server) {
        try (var connection = server.accept()) {
            connection.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\nOK".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private DockerEngine absent() {
        return new DockerEngine("unix://" + directory.resolve("absent.sock"));
    }
}
