package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.InMemoryEcs;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.report.Narration;
import org.junit.jupiter.api.Test;

/** Revisions that are deregistered after a deployment. The service runs web:1. */
class OldRevisionsTest extends DeployOnTest {
    private DeploySettings keeping(int newest) {
        return settings.toBuilder().keepRevisions(Optional.of(newest)).build();
    }

    /** Rolls out as usual, but for the number of the new revision. */
    private void rollsOutAfter(int others) {
        register(others);
        String deployment = "ecs-svc/" + (others + 2);
        time.at(seconds(10), () -> ecs.runTask("new1", deployment))
                .at(seconds(30), () -> ecs.runTask("new2", deployment))
                .at(seconds(36), () -> {
                    drain("old1");
                    drain("old2");
                })
                .at(seconds(40), () -> ecs.rollout(deployment, Rollout.COMPLETED, "completed"))
                .at(seconds(60), this::targetsGone);
    }

    private void register(int others) {
        IntStream.rangeClosed(2, others + 1).forEach(each -> ecs.register(each, Map.of()));
    }

    private List<Integer> active() {
        return ecs.activeRevisions("web").stream()
                .map(arn -> Integer.valueOf(arn.substring(arn.lastIndexOf(':') + 1)))
                .toList();
    }

    @Test
    void goWhenTheyAreOlderThanTheNewestAndNobodyUsesThem() {
        rollsOutAfter(4);

        assertThat(run(keeping(2))).isInstanceOf(DeployResult.Succeeded.class);

        assertThat(active()).containsExactly(6, 5, 1);
        assertThat(all(DeployEvent.RevisionsDeregistered.class))
                .containsExactly(new DeployEvent.RevisionsDeregistered(
                        List.of(InMemoryEcs.revisionArn(2), InMemoryEcs.revisionArn(3), InMemoryEcs.revisionArn(4)),
                        2));
    }

    @Test
    void stayUnlessTheStepIsToldToKeepSoMany() {
        rollsOutAfter(4);

        run(settings);

        assertThat(ecs.calls()).doesNotContain("ecs:ListTaskDefinitions", "ecs:DeregisterTaskDefinition");
    }

    @Test
    void stayWhenTheDeploymentFails() {
        register(4);
        time.at(seconds(5), () -> ecs.rollout("ecs-svc/6", Rollout.FAILED, "tasks failed to start"));

        assertThat(run(keeping(2))).isNotInstanceOf(DeployResult.Succeeded.class);

        assertThat(active()).hasSize(6);
    }

    @Test
    void goTwentyAtATimeTheOldestFirst() {
        rollsOutAfter(30);

        run(keeping(2));

        assertThat(active()).hasSize(12).doesNotContain(2, 21).contains(22, 1);
    }

    @Test
    void areToldInOneSentence() {
        var lines = new Narration(time)
                .tell(new DeployEvent.RevisionsDeregistered(
                        List.of(InMemoryEcs.revisionArn(2), InMemoryEcs.revisionArn(3)), 5));
        assertThat(lines.toString())
                .contains("Deregistered web:2, web:3, older than the newest 5 and used by no service and no task.");
    }
}
