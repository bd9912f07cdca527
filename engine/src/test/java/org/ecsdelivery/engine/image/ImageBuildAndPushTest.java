package org.ecsdelivery.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.ImageSettings;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ImageTag;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineEvent.Phase;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.ImageEvent;
import org.ecsdelivery.engine.event.RecordedEvents;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.built.BuiltImage;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageBuildAndPushTest {
    private static final String HOST = "123456789012.dkr.ecr.eu-central-1.amazonaws.com";
    private static final ImageReference SHOP = ImageReference.parse(HOST + "/team/shop");

    private final VirtualTime time = new VirtualTime();
    private final Cancellation cancellation = new Cancellation();
    private final RecordedEvents events = new RecordedEvents();
    private InMemoryImageRegistry registry = new InMemoryImageRegistry(new RegistryHost(HOST), time).with(SHOP);
    private InMemoryRegistries registries = InMemoryRegistries.of(registry);
    private InMemoryImageEngine engine = new InMemoryImageEngine(registries);

    @TempDir
    Path root;

    private Path checkout;

    @BeforeEach
    void writeCheckout() throws IOException {
        checkout = Files.createDirectories(root.resolve("checkout"));
        Files.createDirectories(checkout.resolve("app"));
        Files.writeString(checkout.resolve("app/Dockerfile"), "FROM scratch\nCOPY site /\n");
        Files.createDirectories(checkout.resolve("app/site"));
        Files.writeString(checkout.resolve("app/site/index.html"), "hello");
    }

    private PushedImage run(String... keysAndValues) {
        BuildFacts facts = new BuildFacts(
                Optional.of("4f2a9c1"), Optional.empty(), Optional.of("17"), Optional.empty(), VirtualTime.START);
        return new ImageBuildAndPush(engine, registries, time, time, cancellation, events)
                .run(
                        settings(keysAndValues),
                        new BuildPlace(checkout, checkout.resolve("app"), root.resolve("temp")),
                        facts);
    }

    private static ImageSettings settings(String... keysAndValues) {
        Map<String, String> given = new HashMap<>(
                Map.of("image.repository", "team/shop", "image.tags", "17 latest", "aws.region", "eu-central-1"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            given.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return ((Parsed.Valid<ImageSettings>) ImageParameters.parse(given, References.RESOLVED)).settings();
    }

    private static Consumer<EngineException> failsAs(FailureKind kind, String... said) {
        return failure -> {
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.getMessage()).contains(said);
        };
    }

    private static void assertFails(ThrowingCallable work, FailureKind kind, String... said) {
        assertThatExceptionOfType(EngineException.class).isThrownBy(work).satisfies(failsAs(kind, said));
    }

    @Test
    void pushesEachTagUnderOneDigestIntoTheRegistryOfTheCredentials() {
        PushedImage pushed = run();
        assertThat(pushed.repository()).isEqualTo(SHOP);
        assertThat(pushed.tags()).extracting(ImageTag::value).containsExactly("17", "latest");
        assertThat(registry.digestOf(SHOP.withTag(new ImageTag("17")))).contains(pushed.digest());
        assertThat(registry.digestOf(SHOP.withTag(new ImageTag("latest")))).contains(pushed.digest());
    }

    @Test
    void foldsTheLogIntoPhasesThatEnd() {
        run();
        assertThat(events.all())
                .filteredOn(event ->
                        event instanceof EngineEvent.PhaseStarted || event instanceof EngineEvent.PhaseFinished)
                .containsExactly(
                        new EngineEvent.PhaseStarted(Phase.PREFLIGHT),
                        new EngineEvent.PhaseFinished(Phase.PREFLIGHT),
                        new EngineEvent.PhaseStarted(Phase.BUILD),
                        new EngineEvent.PhaseFinished(Phase.BUILD),
                        new EngineEvent.PhaseStarted(Phase.PUSH),
                        new EngineEvent.PhaseFinished(Phase.PUSH));
    }

    @Test
    void endsThePhaseThatFails() throws IOException {
        Files.writeString(checkout.resolve("app/Dockerfile"), "FROM scratch\nCOPY nothing /\n");
        assertFails(this::run, FailureKind.BUILD_FAILED, "nothing");
        assertThat(events.all()).endsWith(new EngineEvent.PhaseFinished(Phase.BUILD));
    }

    @Test
    void keepsTheHostThatTheUserWroteWhenItIsAnotherNameOfTheRegistry() {
        String fips = "123456789012.dkr.ecr-fips.eu-central-1.amazonaws.com/team/shop";
        assertThat(run("image.repository", fips).repository()).hasToString(fips);
    }

    @Test
    void pushesToAnotherAccountOfTheSameRegionWithTheSameToken() {
        String other = "999999999999.dkr.ecr.eu-central-1.amazonaws.com/team/shop";
        assertThat(run("image.repository", other).repository()).hasToString(other);
    }

    @Test
    void refusesARegistryThatTheTokenIsNotForAndNamesBoth() {
        assertFails(
                () -> run("image.repository", "ghcr.io/team/shop"),
                FailureKind.OTHER_REGISTRY,
                "ghcr.io",
                HOST,
                "Repository (image.repository)");
        assertThat(engine.builds()).isEmpty();
    }

    @Test
    void refusesARegistryOfAnotherRegion() {
        assertFails(
                () -> run(
                        "image.repository",
                        "123456789012.dkr.ecr.us-east-1.amazonaws.com/team/shop",
                        "aws.region",
                        "us-east-1"),
                FailureKind.OTHER_REGISTRY,
                "us-east-1",
                HOST);
    }

    @Test
    void createsAMissingRepositoryAndSaysSo() {
        ImageReference cart = ImageReference.parse(HOST + "/team/cart");
        run("image.repository", "team/cart");
        assertThat(registry.created()).containsExactly(cart);
        assertThat(events.of(ImageEvent.RepositoryCreated.class))
                .containsExactly(new ImageEvent.RepositoryCreated(cart));
    }

    @Test
    void leavesAMissingRepositoryAloneWhenCreationIsSwitchedOff() {
        assertFails(
                () -> run("image.repository", "team/cart", "image.createRepository", "false"),
                FailureKind.REPOSITORY_MISSING,
                HOST + "/team/cart",
                "Create a missing repository (image.createRepository)");
        assertThat(registry.created()).isEmpty();
        assertThat(engine.builds()).isEmpty();
    }

    @Test
    void fillsTheStandardLabelsAndLetsTheUsersLabelsWin() {
        run("image.labels", "org.opencontainers.image.version=9\nteam=shop");
        assertThat(engine.builds().get(0).labels())
                .containsOnly(
                        Map.entry("org.opencontainers.image.revision", "4f2a9c1"),
                        Map.entry("org.opencontainers.image.version", "9"),
                        Map.entry("org.opencontainers.image.created", "2026-11-20T12:00:00Z"),
                        Map.entry("team", "shop"));
    }

    @Test
    void leavesTheStandardLabelsOutWhenSwitchedOff() {
        run("image.standardLabels", "false");
        assertThat(engine.builds().get(0).labels()).isEmpty();
    }

    @Test
    void takesTheDockerfileFromTheWorkingDirectoryAndTheContextFromElsewhere() throws IOException {
        Files.writeString(checkout.resolve("app/Dockerfile"), "FROM scratch\nCOPY app/site /\n");
        run("image.context", "..", "image.dockerfile", "Dockerfile", "image.buildArgs", "A=1");
        ImageBuild build = engine.builds().get(0);
        assertThat(build.context()).isEqualTo(real(checkout));
        assertThat(build.dockerfile()).isEqualTo(real(checkout).resolve("app/Dockerfile"));
        assertThat(build.arguments()).containsExactly(Map.entry("A", "1"));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void refusesAContextOutsideTheCheckout() {
        assertFails(
                () -> run("image.context", "../.."),
                FailureKind.INVALID_PATH,
                "Build context (image.context) '../..'",
                checkout.toString());
    }

    @Test
    void refusesADockerfileThatALinkLeadsOutOfTheCheckout() throws IOException {
        Path outside = Files.writeString(root.resolve("Outside"), "FROM scratch\n");
        Files.createSymbolicLink(checkout.resolve("app/Linked"), outside);
        assertFails(
                () -> run("image.dockerfile", "Linked"),
                FailureKind.INVALID_PATH,
                "Dockerfile (image.dockerfile) 'Linked'",
                real(outside).toString(),
                "outside of the checkout");
    }

    @Test
    void refusesADockerfileThatIsMissing() {
        assertFails(
                () -> run("image.dockerfile", "Dockerfile.web"),
                FailureKind.INVALID_PATH,
                "Dockerfile (image.dockerfile) 'Dockerfile.web'",
                "does not exist");
    }

    @Test
    void saysWhereItLookedWhenTheContextHasNoDockerfile() throws IOException {
        Files.delete(checkout.resolve("app/Dockerfile"));
        assertFails(
                this::run,
                FailureKind.INVALID_PATH,
                "Dockerfile (image.dockerfile)",
                "app/Dockerfile",
                "does not exist");
    }

    @Test
    void refusesAContextThatIsAFileAndADockerfileThatIsADirectory() {
        assertFails(() -> run("image.context", "site/index.html"), FailureKind.INVALID_PATH, "not a directory");
        assertFails(() -> run("image.dockerfile", "site"), FailureKind.INVALID_PATH, "not a file");
    }

    @Test
    void renewsATokenThatHasRunOutOnceAndSaysSo() {
        registry = new RegistryWhoseTokenExpiresOnce(new RegistryHost(HOST), time).with(SHOP);
        registries = InMemoryRegistries.of(registry);
        engine = new InMemoryImageEngine(registries);
        PushedImage pushed = run("image.tags", "17");
        assertThat(registry.digestOf(SHOP.withTag(new ImageTag("17")))).contains(pushed.digest());
        assertThat(registry.authorizations()).isEqualTo(2);
        assertThat(events.of(ImageEvent.TokenRefreshed.class))
                .singleElement()
                .satisfies(refreshed -> assertThat(refreshed.reported()).contains("authorization token has expired"));
    }

    @Test
    void givesUpWhenTheRenewedTokenIsRefusedToo() {
        engine = new EngineWhosePushes((name, credential) -> {
            throw new PushRefused(name, "Your authorization token has expired.");
        });
        assertThatExceptionOfType(PushRefused.class).isThrownBy(this::run);
        assertThat(registry.authorizations()).isEqualTo(2);
    }

    @Test
    void triesANewTokenWhereTheEngineKeepsBackWhyAPushIsForbidden() {
        engine = new EngineWhosePushes((name, credential) -> {
            throw new PushRefused(
                    name,
                    "unexpected status from POST request to https://" + HOST
                            + "/v2/shop/blobs/uploads/: 403 Forbidden");
        });
        assertThatExceptionOfType(PushRefused.class).isThrownBy(this::run).withMessageContaining("ecr:PutImage");
        assertThat(registry.authorizations()).isEqualTo(2);
    }

    @Test
    void doesNotTryAgainWhatANewTokenCannotHeal() {
        engine = new EngineWhosePushes((name, credential) -> {
            throw new PushRefused(name, "denied: not authorized to perform: ecr:PutImage");
        });
        assertThatExceptionOfType(PushRefused.class).isThrownBy(this::run);
        assertThat(registry.authorizations()).isEqualTo(1);
    }

    @Test
    void renewsATokenThatIsAboutToRunOutBeforeItPushes() {
        engine = new InMemoryImageEngine(registries) {
            @Override
            public BuiltImage build(ImageBuild build, Consumer<String> output) {
                time.pause(Duration.ofHours(11).plusMinutes(56));
                return super.build(build, output);
            }
        };
        run("image.tags", "17");
        assertThat(registry.authorizations()).isEqualTo(2);
        assertThat(events.of(ImageEvent.TokenRefreshed.class)).isEmpty();
    }

    @Test
    void refusesTagsThatEndUnderDifferentDigests() {
        engine = new EngineWhosePushes((name, credential) ->
                new ImageDigest("sha256:" + (name.tag().orElseThrow().value().equals("17") ? "1" : "2").repeat(64)));
        assertFails(this::run, FailureKind.PUSH_REFUSED, "different digests", "1".repeat(64), "2".repeat(64));
    }

    @Test
    void startsNothingAfterACancellation() {
        cancellation.cancel("stopped by a user");
        assertThatThrownBy(this::run).isInstanceOf(Cancelled.class).hasMessage("stopped by a user");
        assertThat(events.all()).isEmpty();
    }

    @Test
    void pushesNoFurtherTagAfterACancellation() {
        engine = new EngineWhosePushes((name, credential) -> {
            cancellation.cancel("stopped by a user");
            return new ImageDigest("sha256:" + "1".repeat(64));
        });
        assertThatThrownBy(this::run).isInstanceOf(Cancelled.class);
        assertThat(events.of(ImageEvent.Pushed.class)).hasSize(1);
    }

    @Test
    void measuresBuildAndPush() {
        engine = new EngineWhosePushes((name, credential) -> {
            time.pause(Duration.ofSeconds(2));
            return new ImageDigest("sha256:" + "1".repeat(64));
        });
        PushedImage pushed = run();
        assertThat(pushed.pushTook()).isEqualTo(Duration.ofSeconds(4));
        assertThat(pushed.bytes()).isEqualTo("hello".length());
        assertThat(pushed.pinned()).hasToString(SHOP + "@sha256:" + "1".repeat(64));
    }

    private interface Push {
        ImageDigest push(ImageReference name, RegistryCredential credential);
    }

    private final class EngineWhosePushes extends InMemoryImageEngine {
        private final Push push;

        EngineWhosePushes(Push push) {
            super(registries);
            this.push = push;
        }

        @Override
        public ImageDigest push(ImageReference name, RegistryCredential credential, EngineListener progress) {
            return push.push(name, credential);
        }
    }
}
