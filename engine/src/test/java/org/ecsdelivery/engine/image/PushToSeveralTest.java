package org.ecsdelivery.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.ImageSettings;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ImageTag;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.ImageEvent;
import org.ecsdelivery.engine.event.RecordedEvents;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several targets, and pushes that are repeated or not needed at all. */
class PushToSeveralTest {
    private static final String EUROPE = "123456789012.dkr.ecr.eu-central-1.amazonaws.com";
    private static final String AMERICA = "210987654321.dkr.ecr.us-east-1.amazonaws.com";
    private static final ImageReference HERE = ImageReference.parse(EUROPE + "/shop");
    private static final ImageReference THERE = ImageReference.parse(AMERICA + "/shop");
    private static final String BOTH = HERE + "," + THERE;

    private final VirtualTime time = new VirtualTime();
    private final RecordedEvents events = new RecordedEvents();
    private final InMemoryImageRegistry europe = registry(EUROPE);
    private final InMemoryImageRegistry america = registry(AMERICA);
    private final InMemoryRegistries registries = InMemoryRegistries.of(europe, america);
    private final Deque<String> refusals = new ArrayDeque<>();
    private final InMemoryImageEngine engine = new InMemoryImageEngine(registries) {
        @Override
        public ImageDigest push(ImageReference name, RegistryCredential credential, EngineListener progress) {
            if (!refusals.isEmpty()) {
                throw new PushRefused(name, refusals.pop());
            }
            return super.push(name, credential, progress);
        }
    };

    @TempDir
    Path checkout;

    private InMemoryImageRegistry registry(String host) {
        return new InMemoryImageRegistry(new RegistryHost(host), time);
    }

    @BeforeEach
    void writeCheckout() throws IOException {
        Files.writeString(checkout.resolve("Dockerfile"), "FROM scratch\nCOPY page /\n");
        Files.writeString(checkout.resolve("page"), "one");
    }

    private PushedImage run(String... keysAndValues) {
        return run(engine, keysAndValues);
    }

    private PushedImage run(ImageEngine docker, String... keysAndValues) {
        Map<String, String> given = new HashMap<>(
                Map.of("image.repository", BOTH, "image.tags", "1 latest", "image.standardLabels", "false"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            given.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        ImageSettings settings =
                ((Parsed.Valid<ImageSettings>) ImageParameters.parse(given, References.RESOLVED)).settings();
        BuildFacts facts = new BuildFacts(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), VirtualTime.START);
        return new ImageBuildAndPush(docker, registries, time, time, new Cancellation(), events)
                .run(settings, new BuildPlace(checkout, checkout, checkout), facts);
    }

    private EngineException failure(String... keysAndValues) {
        EngineException[] failed = new EngineException[1];
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> run(keysAndValues))
                .satisfies(each -> failed[0] = each);
        return failed[0];
    }

    private static ImageReference tagged(ImageReference repository, String tag) {
        return repository.withTag(new ImageTag(tag));
    }

    @Test
    void buildsOnceAndPushesToEachRegistryWithItsOwnToken() {
        PushedImage pushed = run();

        assertThat(engine.builds()).hasSize(1);
        assertThat(pushed.everywhere())
                .containsExactly(HERE.pinnedTo(pushed.digest()), THERE.pinnedTo(pushed.digest()));
        assertThat(pushed.repository()).isEqualTo(HERE);
        assertThat(europe.digestOf(tagged(HERE, "latest"))).contains(pushed.digest());
        assertThat(america.digestOf(tagged(THERE, "latest"))).contains(pushed.digest());
        assertThat(europe.authorizations()).isEqualTo(1);
        assertThat(america.authorizations()).isEqualTo(1);
    }

    @Test
    void sendsTheImageOnceForSeveralTags() {
        run();

        assertThat(europe.uploads()).isEqualTo(1);
        assertThat(america.uploads()).isEqualTo(1);
    }

    @Test
    void asksForOneTokenWhereTwoRepositoriesAreInOneRegistry() {
        run("image.repository", HERE + "," + EUROPE + "/shop-copy");

        assertThat(europe.authorizations()).isEqualTo(1);
    }

    @Test
    void takesARepositoryThatIsNamedTwiceForOne() {
        assertThat(run("image.repository", "shop," + HERE, "aws.region", "eu-central-1")
                        .everywhere())
                .hasSize(1);
    }

    @Test
    void createsNothingBeforeEveryRegistryHasLetTheStepIn() {
        america.with(THERE);
        InMemoryImageEngine shutOut = new InMemoryImageEngine(registries) {
            @Override
            public void logIn(RegistryCredential credential) {
                if (credential.host().value().equals(AMERICA)) {
                    throw PushRefused.ofLogin(
                            credential.host(), "denied: User is not authorized to perform: sts:AssumeRole");
                }
            }
        };

        assertThatExceptionOfType(PushRefused.class)
                .isThrownBy(() -> run(shutOut))
                .withMessageContaining("could not log in to " + AMERICA);
        assertThat(europe.created()).isEmpty();
        assertThat(shutOut.builds()).isEmpty();
    }

    @Test
    void createsNothingWhereOneRepositoryIsMissingForGood() {
        america.with(THERE);

        assertThat(failure("image.createRepository", "false").kind()).isEqualTo(FailureKind.REPOSITORY_MISSING);
        assertThat(europe.created()).isEmpty();
        assertThat(engine.builds()).isEmpty();
    }

    @Test
    void saysWhatIsPushedAndWhatIsNotWhenOneTargetFails() {
        america.with(THERE).freezing(THERE).holding(THERE.pinnedTo(new ImageDigest("sha256:" + "0".repeat(64))));
        america.receive(tagged(THERE, "1"), america.authorize(), new ImageDigest("sha256:" + "0".repeat(64)));

        EngineException failed = failure("image.tags", "1");

        assertThat(failed.getMessage())
                .contains("sha256:" + "0".repeat(64))
                .contains("Not pushed: " + THERE + "; pushed: " + HERE + "@sha256:");
        assertThat(europe.digestOf(tagged(HERE, "1"))).isPresent();
    }

    @ParameterizedTest(name = "a tag that {0} in a repository that is immutable: {1}")
    @CsvSource({
        "is not there, false, pushed",
        "is not there, true, pushed",
        "is this image, false, left",
        "is this image, true, left",
        "is another image, false, pushed",
        "is another image, true, refused"
    })
    void doesWithATagWhatItsRepositoryAndItsImageAllow(String state, boolean immutable, String outcome)
            throws IOException {
        if (state.equals("is another image")) {
            Files.writeString(checkout.resolve("page"), "another");
        }
        if (!state.equals("is not there")) {
            run("image.repository", HERE.toString(), "image.tags", "1");
        }
        Files.writeString(checkout.resolve("page"), "one");
        Optional<ImageDigest> before = europe.digestOf(tagged(HERE, "1"));
        int uploads = europe.uploads();
        if (immutable) {
            europe.with(HERE).freezing(HERE);
        }
        String[] again = {"image.repository", HERE.toString(), "image.tags", "1"};

        if (outcome.equals("refused")) {
            assertThat(failure(again).getMessage())
                    .contains(
                            "it stands for " + before.orElseThrow(), "this build has made image sha256:", "image.tags");
            assertThat(europe.digestOf(tagged(HERE, "1"))).isEqualTo(before);
        } else {
            ImageDigest digest = run(again).digest();
            assertThat(europe.digestOf(tagged(HERE, "1"))).contains(digest);
        }
        assertThat(europe.uploads() - uploads).isEqualTo(outcome.equals("pushed") ? 1 : 0);
        assertThat(events.of(ImageEvent.AlreadyThere.class)).hasSize(outcome.equals("left") ? 1 : 0);
    }

    @Test
    void takesATagThatAnotherBuildHasPushedMeanwhileForPushedWhenItIsTheSameImage() {
        europe.with(HERE).freezing(HERE);
        InMemoryImageEngine late = new InMemoryImageEngine(registries) {
            @Override
            public ImageDigest push(ImageReference name, RegistryCredential credential, EngineListener progress) {
                super.push(name, credential, progress);
                return super.push(name, credential, progress);
            }
        };

        PushedImage pushed = run(late, "image.repository", HERE.toString(), "image.tags", "1");

        assertThat(europe.digestOf(tagged(HERE, "1"))).contains(pushed.digest());
        assertThat(events.of(ImageEvent.AlreadyThere.class)).hasSize(1);
    }

    @Test
    void pushesAlthoughItMayNotLookWhatIsThere() {
        InMemoryImageRegistry closed = new InMemoryImageRegistry(new RegistryHost(EUROPE), time) {
            @Override
            public Optional<HeldImage> held(ImageReference taggedImage) {
                throw new AccessDenied("ecr:BatchGetImage", "repository/shop", "no", null);
            }
        };
        InMemoryRegistries only = InMemoryRegistries.of(closed);
        assertThatCode(() -> new ImageBuildAndPush(
                                new InMemoryImageEngine(only), only, time, time, new Cancellation(), events)
                        .run(
                                ((Parsed.Valid<ImageSettings>) ImageParameters.parse(
                                                Map.of("image.repository", HERE.toString(), "image.tags", "1"),
                                                References.RESOLVED))
                                        .settings(),
                                new BuildPlace(checkout, checkout, checkout),
                                new BuildFacts(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        VirtualTime.START)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "toomanyrequests: Rate exceeded",
                "received unexpected HTTP status: 503 Service Unavailable",
                "Post \"https://x/v2/\": EOF",
                "read tcp 10.0.0.1:443: read: connection reset by peer",
                "net/http: TLS handshake timeout"
            })
    void pushesAgainWhatPassesByItselfAndSaysWhyAtOnce(String words) {
        refusals.addAll(List.of(words, words));
        Instant begin = time.instant();

        run("image.repository", HERE.toString(), "image.tags", "1");

        assertThat(events.of(ImageEvent.PushRepeated.class))
                .extracting(ImageEvent.PushRepeated::after)
                .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(15));
        assertThat(events.of(ImageEvent.PushRepeated.class))
                .extracting(ImageEvent.PushRepeated::reported)
                .containsOnly(words);
        assertThat(Duration.between(begin, time.instant())).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void givesUpWhatDoesNotPass() {
        for (int i = 0; i < 9; i++) {
            refusals.add("received unexpected HTTP status: 502 Bad Gateway");
        }

        assertThat(failure("image.repository", HERE.toString()).getMessage()).contains("502 Bad Gateway");
        assertThat(refusals).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "denied: User: arn:aws:iam::1:user/x is not authorized to perform: ecr:PutImage",
                "name unknown: The repository with name 'shop' does not exist in the registry with id '1'",
                "error parsing HTTP 403 response body: invalid character '<'",
                "manifest invalid: sha256:5035040f",
                "blob upload invalid"
            })
    void doesNotTryAgainWhatWouldEndTheSame(String words) {
        refusals.addAll(List.of(words, words));

        assertThat(failure("image.repository", HERE.toString()).getMessage()).contains(words);
        assertThat(refusals).hasSize(1);
        assertThat(events.of(ImageEvent.PushRepeated.class)).isEmpty();
    }

    @Test
    void asksTheRegistryWhyWhenTheEngineSendsALayerAgain() {
        InMemoryImageEngine stalling = new InMemoryImageEngine(registries) {
            private boolean closed;

            @Override
            public void logIn(RegistryCredential credential) {
                if (closed) {
                    throw PushRefused.ofLogin(credential.host(), "received unexpected HTTP status: 503");
                }
            }

            @Override
            public ImageDigest push(ImageReference name, RegistryCredential credential, EngineListener progress) {
                closed = true;
                progress.on(new ImageEvent.LayerRepeated("Retrying in 5 seconds"));
                progress.on(new ImageEvent.LayerRepeated("Retrying in 4 seconds"));
                return super.push(name, credential, progress);
            }
        };

        run(stalling, "image.repository", HERE.toString(), "image.tags", "1");

        assertThat(events.of(ImageEvent.PushStalled.class))
                .containsExactly(new ImageEvent.PushStalled(
                        tagged(HERE, "1"), "Retrying in 5 seconds", "received unexpected HTTP status: 503"));
    }

    @Test
    void asksNoUserForAnotherPassword() {
        InMemoryImageRegistry other = new InMemoryImageRegistry(new RegistryHost("ghcr.io"), time) {
            @Override
            public RegistryCredential authorize() {
                RegistryCredential token = super.authorize();
                return new RegistryCredential(token.host(), "bot", token.password(), Instant.MAX);
            }
        };
        InMemoryRegistries two = InMemoryRegistries.of(europe, other);
        InMemoryImageEngine shut = new InMemoryImageEngine(two) {
            @Override
            public void logIn(RegistryCredential credential) {
                throw PushRefused.ofLogin(credential.host(), "unauthorized: incorrect username or password");
            }
        };
        ImageSettings settings = ((Parsed.Valid<ImageSettings>) ImageParameters.parse(
                        Map.of("image.repository", "ghcr.io/example/shop", "image.tags", "1"), References.RESOLVED))
                .settings();

        assertThatExceptionOfType(PushRefused.class)
                .isThrownBy(() -> new ImageBuildAndPush(shut, two, time, time, new Cancellation(), events)
                        .run(
                                settings,
                                new BuildPlace(checkout, checkout, checkout),
                                new BuildFacts(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        VirtualTime.START)))
                .withMessageContaining("image.registryPassword");
        assertThat(other.authorizations()).isEqualTo(1);
        assertThat(europe.authorizations()).isZero();
    }
}
