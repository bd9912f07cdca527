package org.ecsdelivery.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshSourcesTest {
    @TempDir
    Path checkout;

    @TempDir
    Path temporary;

    @TempDir
    Path elsewhere;

    private BuildPlace place;

    @BeforeEach
    void plant() throws IOException {
        place = new BuildPlace(checkout.toRealPath(), checkout.toRealPath(), temporary.toRealPath());
    }

    @Test
    void leavesAnIdAloneToTheBuildsAgent() {
        assertThat(SshSources.resolve(Map.of("default", ""), place)).isEqualTo(Map.of("default", ""));
    }

    @Test
    void findsKeysInTheCheckoutAndInTheTemporaryDirectory() throws IOException {
        Path own = Files.writeString(place.checkout().resolve("key"), "k");
        Path written = Files.writeString(place.temporary().resolve("key"), "k");
        assertThat(SshSources.resolve(Map.of("own", "key", "written", written.toString()), place))
                .isEqualTo(Map.of("own", own.toString(), "written", written.toString()));
    }

    @Test
    void takesTheSocketOfAnAgentWhereverItLies() throws IOException {
        Path socket = elsewhere.toRealPath().resolve("agent");
        try (ServerSocketChannel agent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            agent.bind(UnixDomainSocketAddress.of(socket));
            assertThat(SshSources.resolve(Map.of("other", socket.toString()), place))
                    .isEqualTo(Map.of("other", socket.toString()));
        }
    }

    @Test
    void namesAllThatAreNotThereOrLieWhereNoBuildMayRead() throws IOException {
        Path foreign = Files.writeString(elsewhere.resolve("id_rsa"), "k");
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("a", "missing");
        sources.put("b", foreign.toString());
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> SshSources.resolve(sources, place))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(FailureKind.INVALID_PATH))
                .withMessageContaining("SSH access (image.ssh): 'a' (missing) does not exist")
                .withMessageContaining("; 'b' (" + foreign + ") leads to ");
    }
}
