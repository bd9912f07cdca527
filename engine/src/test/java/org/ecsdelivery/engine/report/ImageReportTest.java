package org.ecsdelivery.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.BuildStatistic;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.event.ImageEvent;
import org.ecsdelivery.engine.image.built.BuildNotes;
import org.ecsdelivery.engine.image.built.BuiltImage;
import org.ecsdelivery.engine.image.built.ImageDetails;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.Test;

class ImageReportTest {
    private static final ImageReference NAME = ImageReference.parse("registry.example/team/shop");
    private static final ImageDigest DIGEST = new ImageDigest("sha256:" + "a".repeat(64));

    private final VirtualTime time = new VirtualTime();
    private final ImageReport report = new ImageReport(time);

    private void built() {
        report.on(new ImageEvent.DockerFound("Docker Engine 20.10"));
        report.on(new ImageEvent.BuilderChosen("The engine's own builder builds the image."));
        report.on(new ImageEvent.BuildOutput("Step 1/1 : COPY <a> /"));
        report.on(new ImageEvent.BuildOutput(" ---> Using cache"));
        report.on(new ImageEvent.Built("sha256:1", 2_000_000, Duration.ofSeconds(7)));
        report.on(new ImageEvent.Inspected(
                new BuiltImage("sha256:1", 2_000_000, new BuildNotes(4711, "{\"a\":1}")),
                new ImageDetails(
                        "linux/amd64",
                        new ImageDetails.Start(List.of("/app"), List.of("-v"), "", "/", List.of("8080/tcp")),
                        List.of("PATH", "TOKEN"),
                        Map.of("team", "shop"),
                        List.of(new ImageDetails.Layer("COPY <a> /", 2_000_000)))));
    }

    private void pushed(String tag, ImageEvent.PushProgressed last) {
        ImageReference name = ImageReference.parse(NAME + ":" + tag);
        report.on(new ImageEvent.PushStarted(name));
        report.on(last);
        report.on(new ImageEvent.Pushed(name, DIGEST, Duration.ofSeconds(3)));
    }

    @Test
    void countsWhatThePushesSentAndWhatWasThereBefore() {
        built();
        pushed("1", new ImageEvent.PushProgressed(3, 3, 1_500_000, 1_500_000, 1));
        pushed("latest", new ImageEvent.PushProgressed(3, 3, 0, 0, 3));
        assertThat(report.story(Optional.empty()).figures())
                .isEqualTo(Map.of(
                        BuildStatistic.IMAGE_CONTEXT, 4711L,
                        BuildStatistic.IMAGE_STEPS_CACHED, 1L,
                        BuildStatistic.IMAGE_PUSHED, 1_500_000L,
                        BuildStatistic.IMAGE_LAYERS_PUSHED, 2L,
                        BuildStatistic.IMAGE_LAYERS_REUSED, 1L));
    }

    @Test
    void hasNoFiguresOfABuildThatDidNotComeThatFar() {
        report.on(new ImageEvent.DockerFound("Docker Engine 20.10"));
        assertThat(report.story(Optional.of("no")).figures()).isEmpty();
    }

    @Test
    void writesADocumentForMachines() {
        built();
        pushed("1", new ImageEvent.PushProgressed(1, 1, 5, 5));
        assertThat(report.story(Optional.empty()).json())
                .contains(
                        "\"outcome\" : \"PUSHED\"",
                        "\"buildSeconds\" : 7.0",
                        "\"contextBytes\" : 4711",
                        "\"platform\" : \"linux/amd64\"",
                        "\"entrypoint\" : [ \"/app\" ]",
                        "\"variables\" : [ \"PATH\", \"TOKEN\" ]",
                        "\"team\" : \"shop\"",
                        "\"createdBy\" : \"COPY <a> /\"",
                        "\"cached\" : true",
                        "\"digest\" : \"" + DIGEST + "\"",
                        "\"bytesSent\" : 5");
    }

    @Test
    void laysOutAPageThatEscapesWhatOthersWrote() {
        built();
        pushed("1", new ImageEvent.PushProgressed(1, 1, 5, 5));
        assertThat(report.story(Optional.empty()).html())
                .contains("<h1>Image registry.example/team/shop:1</h1>", "COPY &lt;a&gt; /", "from the cache")
                .doesNotContain("COPY <a>");
    }

    @Test
    void saysWhyAStepFailed() {
        built();
        ImageStory story = report.story(Optional.of("The registry did not take it"));
        assertThat(story.json()).contains("\"outcome\" : \"FAILED\"", "\"problem\" : \"The registry did not take it\"");
        assertThat(story.html()).contains("<p>The registry did not take it</p>");
    }

    @Test
    void handsOnWhatBuildKitWroteItself() {
        built();
        assertThat(report.story(Optional.empty()).metadata()).isEqualTo("{\"a\":1}");
    }
}
