package org.ecsdelivery.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.BuildCache;
import org.ecsdelivery.common.settings.BuildOptions;
import org.ecsdelivery.common.settings.CacheTo;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseImagesTest {
    private static final String HOST = "210987654321.dkr.ecr.eu-west-1.amazonaws.com";

    private final VirtualTime time = new VirtualTime();
    private final List<EngineEvent> events = new ArrayList<>();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM " + HOST + "/base:1",
                "FROM --platform=$BUILDPLATFORM " + HOST + "/base AS build",
                "ARG BASE=\"" + HOST + "/base:1\"\nFROM $BASE",
                "ARG REGISTRY=" + HOST + "\nFROM ${REGISTRY}/base",
                "FROM scratch\nCOPY --from=" + HOST + "/base /a /b",
                "from scratch\n  copy --from=" + HOST + "/base@sha256:00 /a /b",
                "FROM scratch\nRUN --mount=type=bind,from=" + HOST + "/base,target=/b ls"
            })
    void areFoundWhereADockerfileNamesThem(String dockerfile) throws IOException {
        assertThat(logins(dockerfile, Map.of()))
                .extracting(RegistryCredential::host)
                .containsExactly(new RegistryHost(HOST));
    }

    @Test
    void areFoundInBuildArguments() throws IOException {
        assertThat(logins("ARG BASE\nFROM $BASE", Map.of("BASE", HOST + "/base:1")))
                .hasSize(1);
    }

    @Test
    void areAskedForWhereCachesAre() throws IOException {
        BuildCache cache = new BuildCache(
                List.of(ImageReference.parse("ghcr.io/team/shop:cache")),
                Optional.of(CacheTo.INLINE.named(ImageReference.parse(HOST + "/shop:cache"))));
        assertThat(logins("FROM scratch", Map.of(), BuildOptions.NONE.withCache(cache)))
                .extracting(RegistryCredential::host)
                .containsExactly(new RegistryHost(HOST));
    }

    @Test
    void areAskedForOncePerRegistry() throws IOException {
        assertThat(logins("FROM " + HOST + "/a\nFROM " + HOST + "/b", Map.of())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM debian:12",
                "FROM library/debian",
                "# FROM " + HOST + "/base",
                "FROM scratch\nLABEL from=" + HOST + "/base",
                "FROM ghcr.io/example/base"
            })
    void areLeftToDockerWhereTheStepKnowsNoLogin(String dockerfile) throws IOException {
        assertThat(logins(dockerfile, Map.of())).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void keepNoBuildFromBeginningThatMayNotOpenTheirRegistry() throws IOException {
        assertThat(logins("FROM 999999999999.dkr.ecr.eu-west-1.amazonaws.com/base", Map.of()))
                .isEmpty();
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        EngineEvent.Warned.class,
                        warned -> assertThat(warned.text())
                                .contains(
                                        "without a login for base images and caches of 999999999999",
                                        "no token for you"));
    }

    private List<RegistryCredential> logins(String dockerfile, Map<String, String> arguments) throws IOException {
        return logins(dockerfile, arguments, BuildOptions.NONE);
    }

    private List<RegistryCredential> logins(String dockerfile, Map<String, String> arguments, BuildOptions options)
            throws IOException {
        Path file = Files.writeString(directory.resolve("Dockerfile"), dockerfile + "\n");
        ImageBuild build =
                new ImageBuild(directory, file, arguments, Optional.empty(), Map.of(), false, false).with(options);
        return new BaseImages(new RegistryDoors(registries(), time), events::add).logins(build);
    }

    private Registries registries() {
        return new Registries() {
            @Override
            public ImageRegistry own() {
                throw new AssertionError("nobody needs the step's own registry");
            }

            @Override
            public Optional<ImageRegistry> at(RegistryHost host) {
                return host.value().equals(HOST)
                        ? Optional.of(new InMemoryImageRegistry(host, time))
                        : host.ecr().map(each -> closed(host));
            }
        };
    }

    private ImageRegistry closed(RegistryHost host) {
        return new InMemoryImageRegistry(host, time) {
            @Override
            public RegistryCredential authorize() {
                throw new EngineException(
                        FailureKind.ACCESS_DENIED, "There is no token for you", "no token for you", "");
            }
        };
    }
}
