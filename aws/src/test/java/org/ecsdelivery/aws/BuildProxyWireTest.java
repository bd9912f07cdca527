package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import org.ecsdelivery.aws.call.RecordingAws;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.ecs.EcsApi.TaskList;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildProxyWireTest {
    /** A name that leads nowhere: only the proxy can answer for it. */
    private static final URI FAR = URI.create("http" + "://ecs.eu-central-1.example.test");

    private final RecordingAws proxy = RecordingAws.obliging();

    @AfterEach
    void close() {
        proxy.close();
    }

    private static void call(URI endpoint, Map<String, String> environment) {
        try (AwsClients clients = AwsClients.open(
                ClientsOfLocalAws.at(endpoint),
                ClientsOfLocalAws.build(environment),
                InstantSource.system(),
                ClientsOfLocalAws.QUICK)) {
            clients.ecs().listTasks(new ClusterName("prod"), new ServiceName("web"), TaskList.RUNNING);
        }
    }

    private String address() {
        return "127.0.0.1:" + proxy.port();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP_PROXY", "http_proxy"})
    void goesThroughTheProxyOfTheBuild(String variable) {
        call(FAR, Map.of(variable, "http://" + address()));
        assertThat(proxy.last().uri().getHost()).isEqualTo(FAR.getHost());
    }

    @Test
    void takesAnAddressWithoutAScheme() {
        call(FAR, Map.of("HTTP_PROXY", address()));
        assertThat(proxy.requests()).hasSize(1);
    }

    @Test
    void showsTheProxyItsPassword() {
        call(FAR, Map.of("HTTP_PROXY", "http" + "://build:p%40ss@" + address()));
        assertThat(proxy.last().header("Proxy-Authorization")).hasValue(basic("build:p@ss"));
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void asksTheProxyForATunnelAndSaysThatNoPasswordIsShownThere() throws Exception {
        try (LockedTunnel tunnel = new LockedTunnel()) {
            Throwable failure = catchThrowable(() -> call(
                    URI.create("https://ecs.eu-central-1.example.test"),
                    Map.of("HTTPS_PROXY", "http" + "://build:secret@" + tunnel.address())));
            assertThat(tunnel.lines()).contains("CONNECT ecs.eu-central-1.example.test:443 HTTP/1.1");
            assertThat(failure)
                    .isInstanceOf(EngineException.class)
                    .isNotInstanceOf(TransientFailure.class)
                    .hasMessageContainingAll("The proxy wants a password", "ecs:ListTasks", "407", "env.NO_PROXY")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void doesNotTakeTheEndOfANameForADomain() {
        call(FAR, Map.of("HTTP_PROXY", address(), "NO_PROXY", "ple.test"));
        assertThat(proxy.requests()).hasSize(1);
    }

    @Test
    void neverSendsLoopbackToAProxy() {
        try (RecordingAws aws = RecordingAws.obliging()) {
            call(aws.endpoint(), Map.of("HTTP_PROXY", address()));
            assertThat(aws.requests()).hasSize(1);
            assertThat(proxy.requests()).isEmpty();
        }
    }

    @Test
    void goesThroughTheProxyThatTheAgentWasStartedWith() {
        System.setProperty("http.proxyHost", "127.0.0.1");
        System.setProperty("http.proxyPort", String.valueOf(proxy.port()));
        try {
            call(FAR, Map.of());
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
        }
        assertThat(proxy.last().uri().getHost()).isEqualTo(FAR.getHost());
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "user:p@ss word@host:1", "://", "proxy:not-a-port"})
    void refusesAnAddressThatIsNoneWithoutShowingIt(String address) {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> call(FAR, Map.of("HTTP_PROXY", address)))
                .withMessageContaining("HTTP_PROXY")
                .withMessageNotContaining(address)
                .extracting(EngineException::kind)
                .isEqualTo(FailureKind.INVALID_PARAMETERS);
    }
}
