package org.ecsdelivery.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ImageTag;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.image.ImageBuild;
import org.ecsdelivery.engine.image.PushRefused;
import org.ecsdelivery.engine.image.PushRefused.Reason;
import org.ecsdelivery.engine.image.RegistryCredential;
import org.ecsdelivery.engine.image.built.BuiltImage;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.registry.RepositorySettings;
import org.ecsdelivery.sandbox.aws.registry.TagMutability;
import org.ecsdelivery.sandbox.docker.DockerAvailable;
import org.ecsdelivery.sandbox.docker.DockerCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real engine makes of our builds, and what it says when the sandbox's registry refuses. */
@DockerAvailable
class DockerEngineDockerIT {
    private final LocalAws aws = LocalAws.builder().start();
    private final SandboxRegistry registry = new SandboxRegistry(aws);
    private final ImageReference name = registry.repository("team/shop").withTag(new ImageTag("1.0"));

    @TempDir
    Path context;

    @TempDir
    Path configuration;

    private TidyEngine engine;

    @BeforeEach
    void open() throws IOException {
        engine = new TidyEngine(configuration);
        // nobody else's cache has it
        Files.writeString(context.resolve("content"), name + context.toString());
        dockerfile("FROM scratch", "COPY content /");
    }

    @AfterEach
    void close() throws Exception {
        engine.close();
        aws.close();
    }

    private void dockerfile(String... lines) throws IOException {
        Files.write(context.resolve("Dockerfile"), List.of(lines));
    }

    private BuiltImage build(Map<String, String> arguments, Optional<String> target, Map<String, String> labels) {
        ImageBuild build =
                new ImageBuild(context, context.resolve("Dockerfile"), arguments, target, labels, false, false);
        return engine.build(build, line -> {});
    }

    private BuiltImage build() {
        return build(Map.of(), Optional.empty(), Map.of());
    }

    private JsonNode configurationOf(BuiltImage image) throws IOException, InterruptedException {
        String json = new DockerCommand(configuration)
                .succeed("inspect", "--format", "{{json .Config}}", image.id())
                .output();
        return new ObjectMapper().readTree(json);
    }

    private ImageDigest push() {
        return engine.push(name, registry.authorize(), progress -> {});
    }

    private PushRefused refused() {
        engine.tag(build(), name);
        PushRefused[] refused = new PushRefused[1];
        assertThatExceptionOfType(PushRefused.class).isThrownBy(this::push).satisfies(failure -> refused[0] = failure);
        return refused[0];
    }

    @Test
    void handsBuildArgumentsToTheDockerfile() throws Exception {
        dockerfile("FROM scratch", "ARG VERSION=none", "ENV VERSION=$VERSION", "COPY content /");
        BuiltImage image = build(Map.of("VERSION", "1.2 \"ü\" $x"), Optional.empty(), Map.of());
        assertThat(configurationOf(image).path("Env").toString()).contains("VERSION=1.2 \\\"ü\\\" $x");
    }

    @Test
    void stopsAtTheTarget() throws Exception {
        dockerfile("FROM scratch AS small", "ENV STAGE=small", "FROM small AS large", "ENV STAGE=large");
        BuiltImage image = build(Map.of(), Optional.of("small"), Map.of());
        assertThat(configurationOf(image).path("Env").toString()).contains("STAGE=small");
    }

    @Test
    void writesLabelsAsTheyAreGiven() throws Exception {
        BuiltImage image = build(Map.of(), Optional.empty(), Map.of("a", "$b \\ \"c\"", "d", ""));
        JsonNode labels = configurationOf(image).path("Labels");
        assertThat(labels.path("a").asText()).isEqualTo("$b \\ \"c\"");
        assertThat(labels.path("d").asText()).isEmpty();
    }

    @Test
    void takesADockerfileFromOutsideOfTheContext(@TempDir Path elsewhere) throws Exception {
        Path dockerfile =
                Files.write(elsewhere.resolve("Other"), List.of("FROM scratch", "COPY . /", "ENV FROM=other"));
        BuiltImage image = engine.build(
                new ImageBuild(context, dockerfile, Map.of(), Optional.empty(), Map.of(), false, false), line -> {});
        assertThat(configurationOf(image).path("Env").toString()).contains("FROM=other");
    }

    @Test
    void quotesTheEngineAboutADockerfileThatItCannotRead() throws Exception {
        dockerfile("FORM scratch");
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(this::build)
                .satisfies(failure -> assertThat(failure.reported())
                        .hasValueSatisfying(words -> assertThat(words)
                                .contains("unknown instruction: FORM")
                                .doesNotContain("{")
                                .doesNotContain("Status")));
    }

    @Test
    void namesTheStepThatFailed() throws Exception {
        dockerfile("FROM scratch", "COPY content /", "COPY missing /");
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(this::build)
                .satisfies(failure -> assertThat(failure.fact()).contains("at Step 3/3: COPY missing /"));
    }

    @Test
    void namesTheMissingPermission() {
        aws.registry().faults().denyPush("team/shop", "arn:aws:sts::123456789012:assumed-role/build/agent-1");
        PushRefused refused = refused();
        assertThat(refused.reason()).isEqualTo(keepsWordsBack(refused) ? Reason.FORBIDDEN_UNSAID : Reason.DENIED);
        assertThat(refused.getMessage()).contains("ecr:InitiateLayerUpload");
        assertThat(refused.reported())
                .hasValueSatisfying(words -> assertThat(words)
                        .containsAnyOf(
                                "assumed-role/build/agent-1 is not authorized to perform: ecr:InitiateLayerUpload",
                                "403 Forbidden"));
    }

    @Test
    void recognizesATokenThatExpiresInMidPushAndPushesWithTheNextOne() {
        aws.registry().faults().expireTokensAfter(2);
        PushRefused refused = refused();
        assertThat(refused.reason())
                .isEqualTo(keepsWordsBack(refused) ? Reason.FORBIDDEN_UNSAID : Reason.TOKEN_EXPIRED);
        assertThat(registry.digestOf(name)).isEmpty();
        assertThat(push()).isEqualTo(registry.digestOf(name).orElseThrow());
    }

    @Test
    void recognizesATagThatMustNotMove() throws Exception {
        aws.registry()
                .repository("team/shop")
                .orElseThrow()
                .configure(settings -> settings.withMutability(TagMutability.IMMUTABLE, List.of()));
        engine.tag(build(), name);
        push();
        Files.writeString(context.resolve("content"), "other " + context);
        PushRefused refused = refused();
        assertThat(refused.reason()).isEqualTo(Reason.TAG_IMMUTABLE);
        assertThat(refused.getMessage()).contains("image.tags");
    }

    @Test
    void recognizesARegistryThatAsksToWait() {
        aws.registry().faults().throttle(1_000);
        assertThat(refused().reason()).isEqualTo(Reason.THROTTLED);
    }

    @Test
    void pushesAgainWhereAConnectionBroke() throws Exception {
        Files.write(context.resolve("content"), new byte[4 * 1024 * 1024]);
        aws.registry().faults().resetUploads(1);
        engine.tag(build(), name);
        assertThat(pushOrPushAgain()).isEqualTo(registry.digestOf(name).orElseThrow());
    }

    /** The containerd image store leaves a connection that broke to the step, which pushes again by this reason. */
    private ImageDigest pushOrPushAgain() {
        try {
            return push();
        } catch (PushRefused refused) {
            assertThat(refused.getMessage()).contains("failed commit on ref");
            assertThat(refused.reason()).isEqualTo(Reason.OUT_OF_ORDER);
            return push();
        }
    }

    /** Tells of the containerd image store of Docker 26: what a registry says to a refusal does not come through. */
    private static boolean keepsWordsBack(PushRefused refused) {
        return refused.reported().orElse("").contains("unexpected status from ");
    }

    @Test
    void leavesNoCredentialsBehind() {
        engine.tag(build(), name);
        push();
        RegistryCredential stale = registry.authorize();
        aws.registry().tokens().expireAll();
        assertThatExceptionOfType(PushRefused.class)
                .isThrownBy(() -> engine.push(name, stale, progress -> {}))
                .satisfies(failure -> assertThat(failure.reason())
                        .isEqualTo(keepsWordsBack(failure) ? Reason.FORBIDDEN_UNSAID : Reason.TOKEN_EXPIRED));
    }

    @Test
    void saysThatTheRepositoryIsMissingEvenWhenOthersAreThere() {
        aws.registry().create("team/other", RepositorySettings.defaults());
        ImageReference absent = ImageReference.parse(aws.registryHost() + "/team/absent:1");
        engine.tag(build(), absent);
        assertThatExceptionOfType(PushRefused.class)
                .isThrownBy(() -> engine.push(absent, registry.authorize(), progress -> {}))
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.NO_REPOSITORY));
    }
}
