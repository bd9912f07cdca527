package org.ecsdelivery.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.ImageEvent;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.Test;

class NarrationTest {
    private final List<String> told = new ArrayList<>();
    private String indent = "";

    @Test
    void tellsAnImageRun() {
        Scenes scenes = scenes();

        scenes.image();

        Golden.assertMatches(text(), "narration-image.txt");
    }

    @Test
    void tellsADeploymentThatDrains() {
        assertDeployment(Scenes::happy, "narration-deploy-drained.txt");
    }

    @Test
    void tellsADeploymentThatIsRolledBack() {
        assertDeployment(Scenes::rolledBack, "narration-deploy-rolled-back.txt");
    }

    @Test
    void tellsADeploymentThatTakesTooLong() {
        assertDeployment(Scenes::timedOut, "narration-deploy-timed-out.txt");
    }

    @Test
    void tellsADeploymentThatIsReplaced() {
        assertDeployment(Scenes::superseded, "narration-deploy-superseded.txt");
    }

    @Test
    void tellsThePlanOfADryRun() {
        assertDeployment(Scenes::dryRun, "narration-deploy-dry-run.txt");
    }

    @Test
    void tellsPushProgressAtMostEveryTwoSecondsAndTheLastOne() {
        VirtualTime time = new VirtualTime();
        Narration narration = new Narration(time);
        List<Passage> all = new ArrayList<>();
        for (int step = 0; step <= 25; step++) {
            time.pause(java.time.Duration.ofMillis(100));
            all.addAll(narration.tell(new ImageEvent.PushProgressed(0, 1, step, 25)));
        }
        all.addAll(narration.tell(new ImageEvent.Pushed(
                Scenes.settings().image(),
                new org.ecsdelivery.common.value.ImageDigest("sha256:" + "0".repeat(64)),
                time.elapsed())));

        assertThat(lines(all))
                .filteredOn(line -> line.startsWith("Sent "))
                .hasSize(3)
                .last()
                .asString()
                .startsWith("Sent 25 B");
    }

    @Test
    void saysNothingWhenNoCountChanged() {
        Narration narration = new Narration(InstantSource.system());
        DeploymentState state = new DeploymentState(
                Scenes.OURS, "PRIMARY", Scenes.SHOP_42, 2, 1, 1, 0, Rollout.IN_PROGRESS, "one reason");
        DeploymentState same = new DeploymentState(
                Scenes.OURS, "PRIMARY", Scenes.SHOP_42, 2, 1, 1, 0, Rollout.IN_PROGRESS, "another reason");

        narration.tell(new DeployEvent.RolloutObserved(state));

        assertThat(narration.tell(new DeployEvent.RolloutObserved(same))).isEmpty();
    }

    @Test
    void tellsWhyATargetIsUnhealthyAndWhatThatMostLikelyMeans() {
        List<Passage> told = new Narration(InstantSource.system())
                .tell(new DeployEvent.TargetUnhealthy(
                        "4f", "10.0.1.4:8080", "web", "Target.Timeout: Request timed out"));

        assertThat(lines(told))
                .first()
                .isEqualTo(
                        "Task 4f fails the health check of target group web (10.0.1.4:8080): Target.Timeout: Request timed"
                                + " out.");
        assertThat(lines(told)).last().asString().contains("Likely cause: The load balancer got no answer");
    }

    private void assertDeployment(Function<Scenes, DeployResult> run, String file) {
        DeployResult result = run.apply(scenes());
        Verdict verdict = Verdict.of(Scenes.settings(), result);
        told.add(verdict.word()
                + verdict.kind().map(kind -> " " + kind.identity()).orElse("") + ": " + verdict.text());
        Golden.assertMatches(text(), file);
    }

    private Scenes scenes() {
        Narration[] narration = new Narration[1];
        Scenes scenes = new Scenes(event -> narration[0].tell(event).forEach(this::write));
        narration[0] = new Narration(scenes.time);
        return scenes;
    }

    private void write(Passage passage) {
        if (passage instanceof Passage.BlockOpened opened) {
            told.add(indent + "[" + opened.name() + "]");
            indent = "  ";
        } else if (passage instanceof Passage.BlockClosed) {
            indent = "";
        } else if (passage instanceof Passage.Progress progress) {
            told.add(indent + "~ " + progress.text());
        } else if (passage instanceof Passage.Line line) {
            String level = line.level() == Passage.Level.NORMAL ? "" : line.level() + ": ";
            told.add(indent + level + line.text());
        }
    }

    private String text() {
        return String.join("\n", told) + "\n";
    }

    private static List<String> lines(List<Passage> passages) {
        return passages.stream().flatMap(NarrationTest::text).toList();
    }

    private static Stream<String> text(Passage passage) {
        if (passage instanceof Passage.Line line) {
            return Stream.of(line.text());
        }
        return passage instanceof Passage.Progress progress ? Stream.of(progress.text()) : Stream.empty();
    }
}
