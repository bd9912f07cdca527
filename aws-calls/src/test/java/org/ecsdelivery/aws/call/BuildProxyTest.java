package org.ecsdelivery.aws.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The proxy that a build names, before anything is sent. */
class BuildProxyTest {
    @Test
    void givesNoPasswordToTheClientThatWouldSendItThroughTheTunnelToAws() {
        BuildEnvironment build = new BuildEnvironment(Map.of("HTTPS_PROXY", "build:secret@proxy.example.org:3128"));
        assertThat(new BuildProxy(build).configuration("https"))
                .hasFieldOrPropertyWithValue("host", "proxy.example.org")
                .hasFieldOrPropertyWithValue("port", 3128)
                .hasFieldOrPropertyWithValue("username", null)
                .hasFieldOrPropertyWithValue("password", null);
    }

    /** Applies the exceptions as the HTTP client does; a call around the proxy would leave the machine. */
    private static boolean isExcepted(String host, String exceptions) {
        return new BuildProxy(new BuildEnvironment(Map.of("HTTP_PROXY", "127.0.0.1:1", "NO_PROXY", exceptions)))
                .configuration("http").nonProxyHosts().stream().anyMatch(host::matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.test", ".example.test", "*.example.test", "a.org, Example.TEST", "*"})
    void goesAroundTheProxyForHostsThatTheBuildExcepts(String exceptions) {
        assertThat(isExcepted("ecs.example.test", exceptions)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ple.test", "ecs.example", "a.org,b.org"})
    void goesThroughTheProxyForHostsThatTheBuildDoesNotExcept(String exceptions) {
        assertThat(isExcepted("ecs.example.test", exceptions)).isFalse();
    }
}
