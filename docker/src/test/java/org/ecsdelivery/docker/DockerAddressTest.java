package org.ecsdelivery.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import org.ecsdelivery.docker.tls.TlsFiles;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerAddressTest {

    private static DockerAddress from(String host) {
        return DockerAddress.from(Map.of("DOCKER_HOST", host));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "unix:///var/run/docker.sock, unix:///var/run/docker.sock",
        "unix:///run/user/1000/docker.sock, unix:///run/user/1000/docker.sock",
        "npipe:////./pipe/docker_engine, npipe:////./pipe/docker_engine",
        "tcp://10.0.0.7:4243, tcp://10.0.0.7:4243",
        "tcp://10.0.0.7, tcp://10.0.0.7:2375",
        "tcp://docker:2375/, tcp://docker:2375",
        "tcp://[::1]:2375, tcp://[::1]:2375",
        "http://localhost:2375, tcp://localhost:2375",
        "https://docker:2376, tcp://docker:2376",
        "docker:2375, tcp://docker:2375",
        "docker, tcp://docker:2375",
        "'  tcp://docker:1  ', tcp://docker:1",
    })
    void readsDockerHost(String host, String address) {
        assertThat(from(host)).hasToString(address);
    }

    @ParameterizedTest
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @ValueSource(strings = {"", "  "})
    void looksForTheMachinesOwnEngineWithoutOne(String host) {
        assertThat(from(host)).hasToString("unix:///var/run/docker.sock");
        assertThat(DockerAddress.from(Map.of())).isEqualTo(from(host));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "ssh://user@build-host",
                "fd://",
                "unix://",
                "tcp://",
                "tcp://:2375",
                "tcp://docker:99999",
                "tcp://docker:port",
                "tcp://my_docker:2375",
                "nonsense with spaces",
                "://"
            })
    void refusesWhatItCannotReach(String host) {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> from(host))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.DOCKER_UNREACHABLE))
                .withMessageStartingWith("DOCKER_HOST '" + host + "' is no address that this step can reach Docker at")
                .withMessageContaining("env.DOCKER_HOST")
                .withMessageContaining("unix:///path/to/docker.sock");
    }

    @Test
    void usesTlsWhenToldToVerify() {
        DockerAddress address = DockerAddress.from(
                Map.of("DOCKER_HOST", "tcp://docker", "DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", "/certificates"));
        assertThat(address.tls()).contains(new TlsFiles(Path.of("/certificates")));
        assertThat(address).hasToString("tcp://docker:2376 (TLS)");
    }

    @Test
    void tellsTheDockerCommandTheSameAddress() {
        Map<String, String> given = Map.of(
                "DOCKER_HOST", "tcp://docker:2376", "DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", "/certificates");
        assertThat(DockerAddress.from(given).environment()).isEqualTo(given);
        assertThat(DockerAddress.from(Map.of("DOCKER_HOST", "unix:///run/d.sock"))
                        .environment())
                .isEqualTo(Map.of("DOCKER_HOST", "unix:///run/d.sock"));
    }

    @Test
    void usesTlsForEveryValueButNone() {
        assertThat(DockerAddress.from(Map.of("DOCKER_HOST", "tcp://docker", "DOCKER_TLS_VERIFY", "0"))
                        .tls())
                .isPresent();
        assertThat(DockerAddress.from(Map.of("DOCKER_HOST", "tcp://docker", "DOCKER_TLS_VERIFY", ""))
                        .tls())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"HOME", "USERPROFILE"})
    void looksForCertificatesInTheHomeDirectory(String home) {
        DockerAddress address = DockerAddress.from(
                Map.of("DOCKER_HOST", "tcp://docker", "DOCKER_TLS_VERIFY", "1", home, "/home/agent"));
        assertThat(address.tls()).contains(new TlsFiles(Path.of("/home/agent/.docker")));
    }

    @Test
    void needsNoTlsToTheSocketOfTheMachine() {
        DockerAddress address =
                DockerAddress.from(Map.of("DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", "/certificates"));
        assertThat(address.tls()).isEmpty();
    }
}
