package org.ecsdelivery.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.ImageEvent;
import org.ecsdelivery.engine.event.RecordedEvents;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tags that wait until the image has passed its gate. */
class GatedPushTest {
    private static final String EUROPE = "123456789012.dkr.ecr.eu-central-1.amazonaws.com";
    private static final String AMERICA = "210987654321.dkr.ecr.us-east-1.amazonaws.com";
    private static final ImageReference HERE = ImageReference.parse(EUROPE + "/shop");
    private static final ImageReference THERE = ImageReference.parse(AMERICA + "/shop");
    private static final ImageDigest OLD = new ImageDigest("sha256:" + "0".repeat(64));

    private final VirtualTime time = new VirtualTime();
    private final RecordedEvents events = new RecordedEvents();
    private final Cancellation cancellation = new Cancellation();
    private final InMemoryImageRegistry europe = new InMemoryImageRegistry(new RegistryHost(EUROPE), time).with(HERE);
    private final InMemoryImageRegistry america =
            new InMemoryImageRegistry(new RegistryHost(AMERICA), time).with(THERE);
    private final InMemoryRegistries registries = InMemoryRegistries.of(europe, america);
    private final InMemoryImageEngine engine = new InMemoryImageEngine(registries);
    private final List<ImageReference> lookedInto = new ArrayList<>(List.of(HERE, THERE));
    private final List<ImageReference> looks = new ArrayList<>();
    private boolean holds = true;
    private int runs;
    private Runnable verdict = () -> {};

    @TempDir
    Path checkout;

    private final PushGate gate = new PushGate() {
        @Override
        public List<ImageReference> choose(List<ImageReference> repositories) {
            assertThat(engine.builds()).hasSize(runs - 1);
            return repositories.stream().filter(lookedInto::contains).toList();
        }

        @Override
        public boolean holdsTags() {
            return holds;
        }

        @Override
        public void pass(List<ImageReference> pinned) {
            looks.addAll(pinned);
            time.pause(Duration.ofMinutes(3));
            verdict.run();
        }
    };

    @BeforeEach
    void writeCheckout() throws IOException {
        Files.writeString(checkout.resolve("Dockerfile"), "FROM scratch\nCOPY page /\n");
        Files.writeString(checkout.resolve("page"), "one");
    }

    private PushedImage run(String repositories, String tags) {
        runs++;
        Map<String, String> given = new HashMap<>(
                Map.of("image.repository", repositories, "image.tags", tags, "image.standardLabels", "false"));
        ImageSettings settings =
                ((Parsed.Valid<ImageSettings>) ImageParameters.parse(given, References.RESOLVED)).settings();
        BuildFacts facts = new BuildFacts(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), VirtualTime.START);
        return new ImageBuildAndPush(engine, registries, time, time, cancellation, events)
                .run(settings, new BuildPlace(checkout, checkout, checkout), facts, gate);
    }

    private static void refuse() {
        throw new EngineException(FailureKind.SCAN_FINDINGS, "The scan has findings", "", "Update it.");
    }

    private static ImageReference tagged(ImageReference repository, String tag) {
        return repository.withTag(new ImageTag(tag));
    }

    private void isTaken(InMemoryImageRegistry registry, ImageReference name) {
        registry.receive(name, registry.authorize(), OLD);
    }

    @Test
    void givesTheOtherTagsOnlyAfterTheVerdictAndSendsNothingAgain() {
        verdict = () -> {
            assertThat(europe.digestOf(tagged(HERE, "17"))).isPresent();
            assertThat(europe.digestOf(tagged(HERE, "latest"))).isEmpty();
        };

        PushedImage image = run(HERE.toString(), "17 latest");

        assertThat(looks).containsExactly(HERE.pinnedTo(image.digest()));
        assertThat(europe.digestOf(tagged(HERE, "latest"))).contains(image.digest());
        assertThat(europe.uploads()).isEqualTo(1);
        assertThat(image.tags()).extracting(ImageTag::value).containsExactly("17", "latest");
    }

    @Test
    void leavesTheOtherTagsWhereTheyWereWhenTheGateCloses() {
        isTaken(europe, tagged(HERE, "latest"));
        verdict = GatedPushTest::refuse;

        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> run(HERE.toString(), "17 latest"))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(FailureKind.SCAN_FINDINGS))
                .withMessageContaining("It is pushed as 17 only. Not pushed, so as they were: " + HERE + ":latest");

        assertThat(europe.digestOf(tagged(HERE, "latest"))).contains(OLD);
        assertThat(europe.digestOf(tagged(HERE, "17"))).isPresent();
    }

    @Test
    void leavesTheOtherTagsWhereTheyWereWhenTheBuildIsStoppedMeanwhile() {
        isTaken(europe, tagged(HERE, "latest"));
        verdict = () -> cancellation.cancel("the build was stopped");

        assertThatExceptionOfType(Cancelled.class).isThrownBy(() -> run(HERE.toString(), "17 latest"));

        assertThat(europe.digestOf(tagged(HERE, "latest"))).contains(OLD);
    }

    @Test
    void takesTheFirstTagThatStandsForNoOtherImageAnywhere() {
        isTaken(europe, tagged(HERE, "latest"));
        isTaken(america, tagged(THERE, "1"));
        verdict = () -> {
            assertThat(europe.digestOf(tagged(HERE, "latest"))).contains(OLD);
            assertThat(europe.digestOf(tagged(HERE, "1"))).isEmpty();
            assertThat(europe.digestOf(tagged(HERE, "1.17"))).isPresent();
            assertThat(america.digestOf(tagged(THERE, "1.17"))).isPresent();
        };

        run(HERE + "," + THERE, "latest 1 1.17");

        assertThat(looks).hasSize(2);
        assertThat(events.of(ImageEvent.TagsHeld.class)).singleElement().satisfies(held -> {
            assertThat(held.tag()).hasToString("1.17");
            assertThat(held.waiting()).hasSize(4).contains(tagged(THERE, "latest"));
        });
    }

    @Test
    void takesATagThatStandsForThisImageAlreadyForItsOwn() {
        holds = false;
        run(HERE.toString(), "17");
        holds = true;
        isTaken(europe, tagged(HERE, "latest"));

        run(HERE.toString(), "latest 17");

        assertThat(events.of(ImageEvent.TagsHeld.class))
                .singleElement()
                .satisfies(held -> assertThat(held.tag()).hasToString("17"));
    }

    @Test
    void warnsWhereEveryTagStandsForAnotherImage() {
        isTaken(europe, tagged(HERE, "latest"));
        verdict = GatedPushTest::refuse;

        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> run(HERE.toString(), "latest"))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("as they were"));

        assertThat(events.of(EngineEvent.Warned.class))
                .singleElement()
                .satisfies(warned -> assertThat(warned.text()).contains("latest moves before the scan is over"));
    }

    @Test
    void pushesNothingToRepositoriesThatNobodyLooksIntoBeforeTheVerdict() {
        lookedInto.remove(THERE);
        verdict = () -> assertThat(america.uploads()).isZero();

        PushedImage image = run(THERE + "," + HERE, "17");

        assertThat(looks).containsExactly(HERE.pinnedTo(image.digest()));
        assertThat(america.digestOf(tagged(THERE, "17"))).contains(image.digest());
        assertThat(image.everywhere()).containsExactly(THERE.pinnedTo(image.digest()), HERE.pinnedTo(image.digest()));
    }

    @Test
    void pushesEverythingBeforeAGateThatOnlyLooks() {
        holds = false;
        verdict = () -> assertThat(europe.digestOf(tagged(HERE, "latest"))).isPresent();

        run(HERE.toString(), "17 latest");

        assertThat(looks).hasSize(1);
        assertThat(events.of(ImageEvent.TagsHeld.class)).isEmpty();
    }

    @Test
    void doesNotTakeTheWaitForAPush() {
        assertThat(run(HERE.toString(), "17 latest").pushTook()).isZero();
        assertThat(time.elapsed()).isEqualTo(Duration.ofMinutes(3));
    }
}
