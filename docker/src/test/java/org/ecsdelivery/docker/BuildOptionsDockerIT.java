package org.ecsdelivery.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.Attestations;
import org.ecsdelivery.common.settings.BuildCache;
import org.ecsdelivery.common.settings.BuildNetwork;
import org.ecsdelivery.common.settings.BuildOptions;
import org.ecsdelivery.common.settings.ImageBuilder;
import org.ecsdelivery.common.settings.ImageCleanUp;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ImageTag;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.ImageBuild;
import org.ecsdelivery.engine.image.built.BuiltImage;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.docker.DockerAvailable;
import org.ecsdelivery.sandbox.docker.DockerCommand;
import org.ecsdelivery.sandbox.docker.HostPrograms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the builders of this machine make of platforms, networks, SSH keys and attestations. */
@DockerAvailable
class BuildOptionsDockerIT {
    @TempDir
    Path context;

    @TempDir
    Path directory;

    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>(System.getenv());
    private final List<TidyEngine> engines = new ArrayList<>();

    @BeforeEach
    void plant() throws IOException {
        Files.writeString(context.resolve("content"), context.toString());
        dockerfile("FROM scratch", "COPY content /");
    }

    @AfterEach
    void close() throws Exception {
        for (TidyEngine engine : engines) {
            engine.close();
        }
    }

    private void dockerfile(String... text) throws IOException {
        Files.write(context.resolve("Dockerfile"), List.of(text));
    }

    private TidyEngine engine(ImageBuilder builder) {
        TidyEngine engine = new TidyEngine(directory, environment, builder);
        engines.add(engine);
        return engine;
    }

    private ImageBuild build(List<String> platforms, BuildNetwork network, Map<String, String> ssh, Attestations what) {
        return new ImageBuild(context, context.resolve("Dockerfile"), Map.of(), Optional.empty(), Map.of(), false, true)
                .with(new BuildOptions(
                        Optional.empty(), platforms, network, ssh, what, ImageCleanUp.KEEP, BuildCache.NONE));
    }

    private String asked(String... command) throws Exception {
        return new DockerCommand(directory).succeed(command).output().strip();
    }

    @Test
    void buildsForAnotherPlatform() throws Exception {
        ImageBuild build = build(List.of("linux/arm64"), BuildNetwork.DEFAULT, Map.of(), Attestations.NONE);
        BuiltImage image = engine(ImageBuilder.AUTO).build(build, lines::add);
        assertThat(asked("image", "inspect", "--format", "{{.Os}}/{{.Architecture}}", image.id()))
                .isEqualTo("linux/arm64");
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGINE", "BUILDKIT"})
    void keepsInstructionsOffTheNetwork(ImageBuilder builder) throws Exception {
        HostPrograms.plant(context, "sh", "cat");
        dockerfile("FROM scratch", "COPY . /", "RUN /bin/cat /proc/net/dev");
        engine(builder).build(build(List.of(), BuildNetwork.NONE, Map.of(), Attestations.NONE), lines::add);
        assertThat(lines).anyMatch(line -> line.contains(" lo:")).noneMatch(line -> line.contains("eth0:"));
    }

    @Test
    void lendsTheBuildsSshAgentToTheInstructionThatAsksForIt() throws Exception {
        Path socket = directory.resolve("agent");
        HostPrograms.plant(context, "sh");
        dockerfile(
                "FROM scratch",
                "COPY . /",
                "RUN --mount=type=ssh [ -S \"$SSH_AUTH_SOCK\" ] && echo lent $((40 + 2))",
                "RUN [ -z \"$SSH_AUTH_SOCK\" ] && echo gone $((40 + 3))");
        environment.put("SSH_AUTH_SOCK", socket.toString());
        try (ServerSocketChannel agent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            agent.bind(UnixDomainSocketAddress.of(socket));
            engine(ImageBuilder.AUTO)
                    .build(
                            build(List.of(), BuildNetwork.DEFAULT, Map.of("default", ""), Attestations.NONE),
                            lines::add);
        }
        assertThat(lines).anyMatch(line -> line.endsWith("lent 42")).anyMatch(line -> line.endsWith("gone 43"));
    }

    @Test
    void makesAnIndexWhereTheEngineCanKeepOneElseSaysWhatItTakes() throws Exception {
        ImageBuild build =
                build(List.of("linux/amd64", "linux/arm64"), BuildNetwork.DEFAULT, Map.of(), Attestations.PROVENANCE);
        TidyEngine engine = engine(ImageBuilder.AUTO);
        if (asked("info", "--format", "{{.DriverStatus}}").contains("io.containerd.snapshotter")) {
            engine.builder(build);
            assertThat(pushedPlatforms(engine.build(build, lines::add), engine)).contains("linux/amd64", "linux/arm64");
        } else {
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> engine.builder(build))
                    .satisfies(refused -> assertThat(refused.kind()).isEqualTo(FailureKind.BUILDKIT_MISSING))
                    .withMessageContaining("several Platforms (image.platforms) and Attestations (image.attestations)");
        }
    }

    private static List<String> pushedPlatforms(BuiltImage image, TidyEngine engine) throws Exception {
        try (LocalAws aws = LocalAws.builder().start()) {
            SandboxRegistry registry = new SandboxRegistry(aws);
            ImageReference name = registry.repository("team/index").withTag(new ImageTag("1"));
            engine.tag(image, name);
            engine.push(name, registry.authorize(), progress -> {});
            JsonNode index = new ObjectMapper()
                    .readTree(aws.registry()
                            .manifest(aws.registry().digest("team/index", "1").orElseThrow()));
            return index.path("manifests").findValues("platform").stream()
                    .map(each -> each.path("os").asText() + "/"
                            + each.path("architecture").asText())
                    .toList();
        }
    }
}
