package org.ecsdelivery.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.ImageBuilder;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.ImageBuild;
import org.ecsdelivery.engine.image.built.BuiltImage;
import org.ecsdelivery.sandbox.docker.DockerAvailable;
import org.ecsdelivery.sandbox.docker.DockerCommand;
import org.ecsdelivery.sandbox.docker.HostPrograms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What BuildKit makes of our builds, and what is left of them. */
@DockerAvailable
class BuildKitDockerIT {
    @TempDir
    Path context;

    @TempDir
    Path configuration;

    @TempDir
    Path temporary;

    @TempDir
    Path elsewhere;

    private final List<TidyEngine> engines = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void plant() throws IOException {
        Files.writeString(context.resolve("content"), context.toString());
        dockerfile("FROM scratch", "COPY . /");
    }

    @AfterEach
    void close() throws Exception {
        for (TidyEngine engine : engines) {
            engine.close();
        }
    }

    private TidyEngine engine(ImageBuilder builder) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("TMPDIR", temporary.toString());
        TidyEngine engine = new TidyEngine(configuration, environment, builder);
        engines.add(engine);
        return engine;
    }

    private Path dockerfile(String... text) throws IOException {
        return Files.write(context.resolve("Dockerfile"), List.of(text));
    }

    private ImageBuild build() {
        return build(context.resolve("Dockerfile"), Map.of());
    }

    private ImageBuild build(Path dockerfile, Map<String, String> arguments) {
        return new ImageBuild(context, dockerfile, arguments, Optional.empty(), Map.of(), false, true);
    }

    private BuiltImage built(ImageBuilder builder, ImageBuild build) {
        return engine(builder).build(build, lines::add);
    }

    private Map<String, String> filesOf(BuiltImage image) throws Exception {
        return ImageFiles.of(image.id(), new DockerCommand(configuration), configuration);
    }

    private String inspected(BuiltImage image) throws Exception {
        return new DockerCommand(configuration).succeed("inspect", image.id()).output();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> tree = Files.list(temporary)) {
            return tree.toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "build\n", "*\n!build/keep.txt\n", "Dockerfile\n.dockerignore\n", "**/*.txt\n!**/keep.txt\n"
            })
    void makesTheSameImageAsTheEnginesOwnBuilder(String rules) throws Exception {
        Files.createDirectories(context.resolve("build/deep"));
        Files.writeString(context.resolve("build/keep.txt"), "kept");
        Files.writeString(context.resolve("build/deep/out.txt"), "out");
        Files.createSymbolicLink(context.resolve("link"), Path.of("content"));
        Files.writeString(context.resolve(".dockerignore"), rules);
        assertThat(filesOf(built(ImageBuilder.BUILDKIT, build())))
                .isNotEmpty()
                .isEqualTo(filesOf(built(ImageBuilder.ENGINE, build())));
    }

    @Test
    void hidesADockerfileFromOutsideOfTheContext() throws Exception {
        Path other = Files.write(elsewhere.resolve("Web.Dockerfile"), List.of("FROM scratch", "COPY . /"));
        Files.delete(context.resolve("Dockerfile"));
        assertThat(filesOf(built(ImageBuilder.BUILDKIT, build(other, Map.of()))).keySet())
                .containsExactly("content");
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGINE", "BUILDKIT"})
    void keepsFilesBackThatMustNotGoAlong(ImageBuilder builder) throws Exception {
        Path file = Files.writeString(context.resolve(".env"), "PASSWORD=s3cret");
        Files.writeString(context.resolve(".dockerignore"), "!.env\n");
        assertThat(filesOf(built(builder, build())).keySet()).contains(".env", "content");
        assertThat(filesOf(built(builder, build().keeping(Set.of(file)))).keySet())
                .contains("content")
                .doesNotContain(".env");
    }

    @Test
    void handsBuildArgumentsToTheDockerfileAsTheyAre() throws Exception {
        dockerfile(
                "FROM scratch", "ARG VERSION=none", "ARG PATH", "ENV VERSION=$VERSION OTHER=$PATH", "COPY content /");
        Map<String, String> arguments = Map.of("VERSION", "1.2 \"ü\" $x", "PATH", "/a");
        assertThat(inspected(built(ImageBuilder.BUILDKIT, build(context.resolve("Dockerfile"), arguments))))
                .contains("VERSION=1.2 \\\"ü\\\" $x", "OTHER=/a");
    }

    @Test
    void namesTheStepThatFailedInBuildKitsWords() throws IOException {
        dockerfile("FROM scratch", "COPY content /", "COPY missing /");
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> built(ImageBuilder.BUILDKIT, build()))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.BUILD_FAILED))
                .satisfies(failure -> assertThat(failure.fact()).endsWith("at [2/2] COPY missing /"))
                // newer clients set a colon between the two
                .withMessageContaining("\"/missing\"")
                .withMessageContaining("not found");
    }

    @Test
    void choosesBuildKitForADockerfileThatNeedsIt() throws Exception {
        dockerfile("FROM scratch", "COPY --chmod=700 content /");
        assertThat(engine(ImageBuilder.AUTO).builder(build()))
                .startsWith("BuildKit builds the image, through ")
                .endsWith(", for COPY --chmod (line 2) in the Dockerfile.");
        BuiltImage image = built(ImageBuilder.AUTO, build());
        assertThat(lines).anyMatch(line -> line.startsWith("#"));
        assertThat(image.bytes()).isEqualTo(Files.size(context.resolve("content")));
    }

    @Test
    void takesSecretsFromFilesOfAnyNameUpToBuildKitsLimit() throws Exception {
        HostPrograms.plant(context, "sh", "wc");
        Path odd = Files.writeString(elsewhere.resolve("a,b \"c\" id=x.env"), "12345");
        Path large = Files.write(elsewhere.resolve("large"), new byte[500 * 1024]);
        dockerfile(
                "FROM scratch",
                "COPY . /",
                "RUN --mount=type=secret,id=odd --mount=type=secret,id=large /bin/wc -c /run/secrets/odd /run/secrets/large");
        built(ImageBuilder.AUTO, build().withSecrets(Map.of("odd", odd, "large", large)));
        assertThat(lines)
                .anyMatch(line -> line.endsWith(" 5 /run/secrets/odd"))
                .anyMatch(line -> line.endsWith(" 512000 /run/secrets/large"));
    }

    @Test
    void leavesNothingBehind() throws Exception {
        built(ImageBuilder.BUILDKIT, build());
        dockerfile("FROM scratch", "COPY missing /");
        assertThatExceptionOfType(EngineException.class).isThrownBy(() -> built(ImageBuilder.BUILDKIT, build()));
        assertThat(left()).isEmpty();
    }

    @Test
    void endsTheCommandAndCleansUpWhenItIsStopped() throws Exception {
        HostPrograms.plant(context, "sh", "sleep");
        dockerfile("FROM scratch", "COPY . /", "RUN echo begun $((40 + 2)); /bin/sleep 600");
        CountDownLatch begun = new CountDownLatch(1);
        TidyEngine engine = engine(ImageBuilder.BUILDKIT);
        FutureTask<Throwable> ended = new FutureTask<>(() -> {
            try {
                engine.build(build(), line -> {
                    if (line.endsWith("begun 42")) {
                        begun.countDown();
                    }
                });
                return new AssertionError("the build ended well");
            } catch (Throwable end) {
                return end;
            }
        });
        Thread worker = new Thread(ended, "worker");
        worker.setDaemon(true);
        worker.start();
        assertThat(begun.await(120, TimeUnit.SECONDS)).isTrue();
        worker.interrupt();
        assertThat(ended.get(60, TimeUnit.SECONDS)).isInstanceOf(Cancelled.class);
        assertThat(left()).isEmpty();
        assertThat(ProcessHandle.current().children())
                .noneMatch(process -> process.info().command().orElse("").endsWith("docker"));
    }
}
