package org.ecsdelivery.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ImageTag;
import org.ecsdelivery.common.value.RepositoryName;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.event.ImageEvent.PushProgressed;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.built.BuiltImage;
import org.ecsdelivery.engine.image.built.ImageDetails;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link ImageEngine} does, the one in memory and the one over Docker. */
public abstract class ImageEngineContract {
    @TempDir
    Path context;

    /** Returns the engine under test. */
    protected abstract ImageEngine engine();

    /** Returns a registry that the engine can push to. */
    protected abstract ImageRegistry registry();

    /** Returns an existing, empty repository of that registry. */
    protected abstract ImageReference repository();

    /** Has a container use an image. */
    protected abstract void use(BuiltImage image) throws Exception;

    @BeforeEach
    void writeContext() throws IOException {
        Files.writeString(context.resolve("greeting.txt"), "good morning");
        dockerfile("FROM scratch AS all", "COPY greeting.txt /");
    }

    private void dockerfile(String... lines) throws IOException {
        Files.write(context.resolve("Dockerfile"), List.of(lines));
    }

    /** Others on this machine make the same images at the same time, and name them. */
    private BuiltImage builtByNobodyElse() {
        Map<String, String> alone = Map.of("made", UUID.randomUUID().toString());
        return engine().build(build(Optional.empty(), alone), line -> {});
    }

    private ImageBuild build() {
        return build(Optional.empty(), Map.of());
    }

    private ImageBuild build(Optional<String> target, Map<String, String> labels) {
        return new ImageBuild(context, context.resolve("Dockerfile"), Map.of(), target, labels, false, false);
    }

    private BuiltImage built() {
        return engine().build(build(), line -> {});
    }

    private ImageReference tagged(String tag) {
        return repository().withTag(new ImageTag(tag));
    }

    private ImageDigest push(ImageReference name) {
        return engine().push(name, registry().authorize(), progress -> {});
    }

    @Test
    void saysWhichEngineAnswers() {
        assertThat(engine().describe()).contains("Docker Engine");
    }

    @Test
    void saysWhatBuilds() {
        assertThat(engine().builder(build())).endsWith(".").contains(" builds the image");
    }

    @Test
    void printsEachStepOfTheBuildInOrder() throws IOException {
        dockerfile("FROM scratch AS all", "COPY greeting.txt /", "COPY greeting.txt /again");
        List<String> lines = new ArrayList<>();
        engine().build(build(), lines::add);
        assertThat(lines).noneMatch(line -> line.contains("\n"));
        assertThat(lines)
                .filteredOn(line -> line.contains("COPY greeting.txt /"))
                .extracting(line -> line.substring(line.indexOf("COPY")))
                .containsExactly("COPY greeting.txt /", "COPY greeting.txt /again");
    }

    @Test
    void givesTheImageAnIdAndASize() {
        BuiltImage image = built();
        assertThat(image.id()).matches("sha256:[0-9a-f]{64}");
        // the containerd image store counts blocks, and what it keeps for a push besides
        assertThat(image.bytes()).isGreaterThanOrEqualTo("good morning".length());
    }

    @Test
    void givesAnotherIdToAnImageWithOtherLabels() {
        BuiltImage labelled = engine().build(build(Optional.empty(), Map.of("team", "shop")), line -> {});
        assertThat(labelled.id()).isNotEqualTo(built().id());
    }

    @Test
    void tellsWhatTheImageSaysOfItself() {
        BuiltImage image = engine().build(build(Optional.empty(), Map.of("team", "shop")), line -> {});
        ImageDetails details = engine().details(image);
        assertThat(details.platform()).matches("\\w+/\\w+");
        assertThat(details.labels()).containsEntry("team", "shop");
        assertThat(details.layers())
                .anyMatch(layer -> layer.createdBy().contains("COPY") && layer.bytes() >= "good morning".length());
    }

    @Test
    void reportsAMissingFileInTheEnginesWords() throws IOException {
        dockerfile("FROM scratch", "COPY missing.txt /");
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(this::built)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.BUILD_FAILED))
                .satisfies(failure -> assertThat(failure.reported())
                        .hasValueSatisfying(words -> assertThat(words).contains("missing.txt")));
    }

    @Test
    void reportsAStageThatIsNotThere() {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> engine().build(build(Optional.of("nowhere"), Map.of()), line -> {}))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(FailureKind.BUILD_FAILED))
                .withMessageContaining("nowhere");
    }

    @Test
    void pushesUnderTheDigestThatTheRegistryKeeps() {
        engine().tag(built(), tagged("first"));
        ImageDigest digest = push(tagged("first"));
        assertThat(registry().digestOf(tagged("first"))).contains(digest);
    }

    @Test
    void pushesTwoTagsOfOneImageUnderOneDigest() {
        BuiltImage image = built();
        engine().tag(image, tagged("one"));
        engine().tag(image, tagged("two"));
        assertThat(push(tagged("one"))).isEqualTo(push(tagged("two")));
    }

    @Test
    void movesANameToAnotherImage() {
        engine().tag(built(), tagged("moving"));
        ImageDigest before = push(tagged("moving"));
        BuiltImage other = engine().build(build(Optional.empty(), Map.of("team", "other")), line -> {});
        engine().tag(other, tagged("moving"));
        ImageDigest after = push(tagged("moving"));
        assertThat(after).isNotEqualTo(before);
        assertThat(registry().digestOf(tagged("moving"))).contains(after);
    }

    @Test
    void takesTheNamesOfAnImageAwayAndNobodyElses() {
        BuiltImage image = built();
        engine().tag(image, tagged("ours"));
        engine().tag(image, tagged("theirs"));
        BuiltImage other = engine().build(build(Optional.empty(), Map.of("team", "other")), line -> {});
        engine().tag(other, tagged("moved"));
        boolean done = engine().remove(image, List.of(tagged("ours"), tagged("moved"), tagged("never-given")));
        assertThat(done).isTrue();
        assertThatExceptionOfType(PushRefused.class).isThrownBy(() -> push(tagged("ours")));
        assertThat(push(tagged("theirs"))).isNotEqualTo(push(tagged("moved")));
    }

    @Test
    void removesWhatIsGoneAlreadyWithoutAWord() {
        BuiltImage image = built();
        engine().tag(image, tagged("once"));
        assertThat(engine().remove(image, List.of(tagged("once")))).isTrue();
        assertThat(engine().remove(image, List.of(tagged("once")))).isTrue();
        assertThatExceptionOfType(PushRefused.class).isThrownBy(() -> push(tagged("once")));
    }

    @Test
    void leavesAnImageThatAContainerUsesAndTellsIt() throws Exception {
        BuiltImage image = builtByNobodyElse();
        engine().tag(image, tagged("used"));
        use(image);
        assertThat(engine().remove(image, List.of(tagged("used")))).isFalse();
        assertThat(push(tagged("used"))).isNotNull();
    }

    @Test
    void removesAnImageWithoutAName() {
        BuiltImage image = builtByNobodyElse();
        assertThat(engine().remove(image, List.of())).isTrue();
        assertThatExceptionOfType(EngineException.class).isThrownBy(() -> engine().tag(image, tagged("late")));
    }

    @Test
    void tellsProgressThatNeverGoesBack() {
        engine().tag(built(), tagged("progress"));
        List<PushProgressed> heard = new ArrayList<>();
        engine().push(tagged("progress"), registry().authorize(), event -> {
            if (event instanceof PushProgressed progress) {
                heard.add(progress);
            }
        });
        assertThat(heard).isNotEmpty();
        assertThat(heard).extracting(PushProgressed::layersDone).isSorted();
        assertThat(heard).extracting(PushProgressed::bytesSent).isSorted();
        assertThat(heard)
                .allSatisfy(progress -> assertThat(progress.layersDone()).isLessThanOrEqualTo(progress.layers()));
    }

    @Test
    void reportsARepositoryThatIsNotThere() {
        ImageReference name = new ImageReference(
                repository().host(), new RepositoryName("not/there"), Optional.of(new ImageTag("x")), Optional.empty());
        engine().tag(built(), name);
        assertThatExceptionOfType(PushRefused.class)
                .isThrownBy(() -> push(name))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(PushRefused.Reason.NO_REPOSITORY));
    }

    @Test
    void logsInWithATokenThatTheRegistryTakes() {
        assertThatCode(() -> engine().logIn(registry().authorize())).doesNotThrowAnyException();
    }

    @Test
    void saysBeforeAnyPushThatTheRegistryDoesNotTakeAToken() {
        RegistryCredential good = registry().authorize();
        RegistryCredential bad =
                new RegistryCredential(good.host(), "AWS", Secret.of("bm90IGEgdG9rZW4"), good.expiresAt());
        assertThatExceptionOfType(PushRefused.class)
                .isThrownBy(() -> engine().logIn(bad))
                .withMessageContaining(good.host().value())
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("bm90IGEgdG9rZW4"))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(PushRefused.Reason.UNAUTHORIZED));
    }

    @Test
    void reportsATokenThatTheRegistryDoesNotTake() {
        engine().tag(built(), tagged("denied"));
        RegistryCredential good = registry().authorize();
        RegistryCredential bad =
                new RegistryCredential(good.host(), "AWS", Secret.of("bm90IGEgdG9rZW4"), good.expiresAt());
        assertThatThrownBy(() -> engine().push(tagged("denied"), bad, progress -> {}))
                .isInstanceOf(PushRefused.class)
                .message()
                .doesNotContain("bm90IGEgdG9rZW4");
    }

    @Test
    void endsAsCancelledWhenItsThreadIsInterrupted() {
        ImageEngine engine = engine();
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> engine.build(build(), line -> {})).isInstanceOf(Cancelled.class);
        } finally {
            Thread.interrupted();
        }
    }
}
