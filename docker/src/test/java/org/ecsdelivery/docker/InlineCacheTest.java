package org.ecsdelivery.docker;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.BuildCache;
import org.ecsdelivery.common.settings.BuildOptions;
import org.ecsdelivery.common.settings.CacheTo;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.image.ImageBuild;
import org.junit.jupiter.api.Test;

/** Engines of some version, asked whether an image may tell of its layers. */
class InlineCacheTest {
    private static final BuildCache READ =
            new BuildCache(List.of(ImageReference.parse("ghcr.io/shop:1")), Optional.empty());
    private static final BuildCache WRITTEN = new BuildCache(List.of(), Optional.of(CacheTo.INLINE));

    private static void ask(String version, BuildCache cache, Map<String, String> arguments) throws IOException {
        String body = "{\"Version\":\"" + version + "\"}";
        try (LoopbackEngine engine = LoopbackEngine.thatHangsUpAfter("HTTP/1.1 200 OK\r\nContent-Type:"
                + " application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)) {
            ImageBuild build = new ImageBuild(
                            Path.of("/"), Path.of("/Dockerfile"), arguments, Optional.empty(), Map.of(), false, false)
                    .with(BuildOptions.NONE.withCache(cache));
            InlineCache.requireFor(build, DockerAddress.from(Map.of("DOCKER_HOST", engine.address())));
        }
    }

    @Test
    void keepsAnOldEngineFromEndingItself() {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> ask("20.10.24+dfsg1", WRITTEN, Map.of()))
                .withMessageContaining("Cache to (image.cacheTo) inline may end the Docker Engine at tcp://127.0.0.1:")
                .withMessageContaining("which is 20.10.24+dfsg1")
                .withMessageContaining("Take Docker Engine 23 or later");
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> ask("20.10.24+dfsg1", READ, Map.of("BUILDKIT_INLINE_CACHE", "1")));
    }

    @Test
    void leavesOthersAndThoseThatOnlyReadAlone() {
        assertThatNoException().isThrownBy(() -> ask("23.0.6", WRITTEN, Map.of()));
        assertThatNoException().isThrownBy(() -> ask("v-next", WRITTEN, Map.of()));
        assertThatNoException().isThrownBy(() -> ask("20.10.24", READ, Map.of()));
        assertThatNoException()
                .isThrownBy(() -> ask("20.10.24", BuildCache.NONE, Map.of("BUILDKIT_INLINE_CACHE", "1")));
    }
}
