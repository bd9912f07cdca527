package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.settings.OnPause;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.EcsApi;
import org.ecsdelivery.engine.ecs.Staging;
import org.ecsdelivery.engine.ecs.TrafficRules;
import org.ecsdelivery.engine.event.DeployEvent.LevelReached;
import org.ecsdelivery.engine.event.DeployEvent.PauseAnswered;
import org.ecsdelivery.engine.event.DeployEvent.Planned;
import org.ecsdelivery.engine.event.DeployEvent.StageReached;
import org.ecsdelivery.engine.event.DeployEvent.StillWaiting;
import org.ecsdelivery.engine.event.DeployEvent.TrafficShifted;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.report.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deployments that shift traffic: the record of ECS decides, whatever the service's own list of deployments shows. */
class TrafficShiftTest extends DeployOnTest {
    private static final String UNDER_WAY = "IN_PROGRESS";

    @BeforeEach
    void theServiceIsBlueGreen() {
        ecs.withRules(rules ->
                rules.shifting("BLUE_GREEN", new TrafficRules(Duration.ofMinutes(3), Optional.empty(), List.of())));
        time.at(seconds(10), () -> {
            ecs.runTask("new1", "ecs-svc/2");
            ecs.runTask("new2", "ecs-svc/2");
        });
    }

    private void stage(int second, String status, String stage, double production) {
        time.at(
                seconds(second),
                () -> ecs.staged(
                        2, status, "", new Staging(stage, Optional.of(production), Optional.empty(), List.of())));
    }

    private List<FinishLevel> levels() {
        return all(LevelReached.class).stream().map(LevelReached::level).toList();
    }

    @Test
    void isNotLiveWhileTheOldTasksHaveTheTraffic() {
        stage(5, UNDER_WAY, "POST_SCALE_UP", 0);
        stage(60, UNDER_WAY, "PRODUCTION_TRAFFIC_SHIFT", 100);
        stage(90, UNDER_WAY, "BAKE_TIME", 100);

        assertThat(run(until(FinishLevel.LIVE))).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(all(LevelReached.class).get(0).took()).isGreaterThanOrEqualTo(seconds(90));
    }

    @Test
    void isNotDeployedThoughTheListOfDeploymentsSaysCompletedInTheBakeTime() {
        stage(5, UNDER_WAY, "BAKE_TIME", 100);
        time.at(seconds(20), () -> ecs.rollout("ecs-svc/2", Rollout.COMPLETED, "completed"));
        stage(300, "SUCCESSFUL", "CLEAN_UP", 100);

        assertThat(run(until(FinishLevel.DEPLOYED))).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(time.elapsed()).isGreaterThanOrEqualTo(seconds(300));
    }

    @Test
    void isNotDrainedWhileOldTasksRunOnAfterTheSuccess() {
        stage(5, "SUCCESSFUL", "CLEAN_UP", 100);

        assertThat(run(until(FinishLevel.DRAINED))).isInstanceOf(DeployResult.TimedOut.class);
        assertThat(levels()).containsExactly(FinishLevel.LIVE, FinishLevel.DEPLOYED);
    }

    @Test
    void aRollingUpdateThatSucceedsEarlyIsNotDrainedEither() {
        ecs.withRules(rules -> rules.shifting("ROLLING", TrafficRules.NONE));
        time.at(seconds(15), () -> ecs.rollout("ecs-svc/2", Rollout.COMPLETED, "completed"));

        assertThat(run(until(FinishLevel.DRAINED))).isInstanceOf(DeployResult.TimedOut.class);
        assertThat(levels()).containsExactly(FinishLevel.LIVE, FinishLevel.DEPLOYED);
    }

    @Test
    void showsStagesThatAreNewToItAndMissesNoneForTheOnesItDidNotSee() {
        stage(5, UNDER_WAY, "PRE_SCALE_UP", 0);
        stage(40, UNDER_WAY, "SOMETHING_NEW", 0);
        stage(80, UNDER_WAY, "BAKE_TIME", 100);

        assertThat(run(until(FinishLevel.LIVE))).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(all(StageReached.class))
                .extracting(StageReached::stage)
                .containsExactly("PRE_SCALE_UP", "SOMETHING_NEW", "BAKE_TIME");
        assertThat(all(TrafficShifted.class))
                .extracting(TrafficShifted::percent)
                .containsExactly(100.0);
    }

    @Test
    void tellsHowLongTheBakeTimeStillTakes() {
        stage(5, UNDER_WAY, "BAKE_TIME", 100);
        stage(200, "SUCCESSFUL", "CLEAN_UP", 100);

        run(until(FinishLevel.DEPLOYED));

        assertThat(all(StillWaiting.class).get(0)).satisfies(waiting -> {
            assertThat(waiting.waitingFor()).contains("stage BAKE_TIME");
            assertThat(waiting.estimate()).isBetween(seconds(60), seconds(125));
        });
    }

    @Test
    void knowsTheStageOfARollBackThatWasOverBeforeTheNextLook() {
        stage(5, UNDER_WAY, "BAKE_TIME", 100);
        time.at(
                seconds(30),
                () -> ecs.staged(
                        2,
                        "ROLLBACK_SUCCESSFUL",
                        "Service deployment rolled back because an alarm went off: errors.",
                        new Staging("CLEAN_UP", Optional.of(0.0), Optional.empty(), List.of())));

        DeployResult result = run(settings);

        assertThat(Verdict.of(settings, result).text())
                .contains("an alarm went off: errors")
                .contains("ECS rolled it back at BAKE_TIME, the service runs web:1 again.");
    }

    @Test
    void isOvertakenWhenItsRecordStoppedForAnotherDeployment() {
        stage(5, UNDER_WAY, "SCALE_UP", 0);
        time.at(seconds(30), () -> {
            ecs.register(3, java.util.Map.of());
            ecs.newPrimary("ecs-svc/3", 3, "");
        });
        stage(30, "STOPPED", "SCALE_UP", 0);

        assertThat(run(settings))
                .isInstanceOfSatisfying(
                        DeployResult.Superseded.class,
                        superseded -> assertThat(superseded.by()).isEqualTo("ecs-svc/3"));
    }

    @Test
    void hasFailedWhenItsRecordStoppedForNothing() {
        stage(5, UNDER_WAY, "SCALE_UP", 0);
        stage(30, "STOPPED", "SCALE_UP", 0);

        assertThat(run(settings)).isInstanceOf(DeployResult.Failed.class);
    }

    // --- pause hooks

    private void pausesAt(int second, String stage) {
        ecs.withRules(rules -> rules.shifting(
                "BLUE_GREEN",
                new TrafficRules(
                        Duration.ofMinutes(3),
                        Optional.empty(),
                        List.of(new TrafficRules.Hook(List.of(stage), Optional.empty())))));
        stage(5, UNDER_WAY, "SCALE_UP", 0);
        stage(second, UNDER_WAY, stage, 100);
        time.at(
                seconds(second),
                () -> ecs.pause(answer -> answered(
                        answer == EcsApi.PauseAnswer.CONTINUE ? UNDER_WAY : "ROLLBACK_SUCCESSFUL",
                        answer == EcsApi.PauseAnswer.CONTINUE ? "BAKE_TIME" : "CLEAN_UP")));
    }

    private void answered(String status, String stage) {
        ecs.staged(
                2,
                status,
                "Service deployment rolled back because a lifecycle hook failed.",
                new Staging(stage, Optional.of(100.0), Optional.empty(), List.of()));
    }

    @Test
    void waitsAtAPauseHookForSomebodyElse() {
        pausesAt(20, "POST_PRODUCTION_TRAFFIC_SHIFT");

        run(until(FinishLevel.LIVE));

        assertThat(ecs.calls()).doesNotContain("ecs:ContinueServiceDeployment");
        assertThat(all(StageReached.class)).anyMatch(StageReached::pause);
        assertThat(all(PauseAnswered.class)).isEmpty();
    }

    @Test
    void hasEcsGoOnBeforeItFinishes() {
        pausesAt(20, "POST_PRODUCTION_TRAFFIC_SHIFT");

        assertThat(run(until(FinishLevel.LIVE).whenPaused(OnPause.CONTINUE)))
                .isInstanceOf(DeployResult.Succeeded.class);

        assertThat(ecs.calls()).containsOnlyOnce("ecs:ContinueServiceDeployment");
        assertThat(all(StageReached.class))
                .noneMatch(StageReached::pause)
                .anyMatch(at -> at.stage().equals("BAKE_TIME"));
        assertThat(all(PauseAnswered.class)).singleElement().satisfies(answered -> {
            assertThat(answered.stage()).isEqualTo("POST_PRODUCTION_TRAFFIC_SHIFT");
            assertThat(answered.answer()).isEqualTo(EcsApi.PauseAnswer.CONTINUE);
        });
    }

    @Test
    void aRollBackThatItAskedForAtAPauseHookIsItsOwn() {
        pausesAt(20, "POST_TEST_TRAFFIC_SHIFT");

        DeployResult result = run(settings.whenPaused(OnPause.ROLL_BACK));

        assertThat(result)
                .isInstanceOfSatisfying(
                        DeployResult.RolledBack.class,
                        back -> assertThat(back.by().kind()).isEqualTo(RolledBackBy.Kind.STEP));
        assertThat(Verdict.of(settings, result).text()).contains("This step said so at a pause hook");
    }

    @Test
    void withoutThePermissionToAnswerItSaysThatSomebodyMust() {
        pausesAt(20, "POST_PRODUCTION_TRAFFIC_SHIFT");
        ecs.denying("ecs:ContinueServiceDeployment");

        assertThat(run(until(FinishLevel.LIVE).whenPaused(OnPause.CONTINUE)))
                .isInstanceOf(DeployResult.Succeeded.class);

        assertThat(ecs.calls()).containsOnlyOnce("ecs:ContinueServiceDeployment");
        assertThat(warnings())
                .anyMatch(
                        text -> text.startsWith("A pause hook cannot be answered")
                                && text.contains("ecs:ContinueServiceDeployment")
                                && text.endsWith(
                                        "ECS waits there until somebody continues or rolls back on the Deployment tab of the build or in the ECS console."));
    }

    @Test
    void withoutEcssRecordItSaysThatItCannotAnswer() {
        pausesAt(20, "POST_SCALE_UP");
        ecs.denying("ecs:ListServiceDeployments");
        time.at(seconds(60), () -> ecs.rollout("ecs-svc/2", Rollout.COMPLETED, "completed"));

        run(until(FinishLevel.DEPLOYED).whenPaused(OnPause.CONTINUE));

        assertThat(warnings())
                .filteredOn(text -> text.startsWith("A pause hook cannot be answered without ECS's record"))
                .hasSize(1);
    }

    @Test
    void anAnswerThatEcsRefusesIsTriedAgainAndSaidOnce() {
        pausesAt(20, "POST_PRODUCTION_TRAFFIC_SHIFT");
        ecs.pause(early -> {
            throw new EngineException(FailureKind.AWS_REFUSED, "The hook awaits nothing", "", "");
        });
        time.at(seconds(90), ecs::answerNoPauseButTheLast);

        assertThat(run(until(FinishLevel.LIVE).whenPaused(OnPause.CONTINUE)))
                .isInstanceOf(DeployResult.Succeeded.class);
        assertThat(warnings())
                .filteredOn(text -> text.startsWith("ECS did not take the answer"))
                .hasSize(1);
    }

    @Test
    void thePlanSaysWhatItAnswers() {
        pausesAt(20, "POST_SCALE_UP");

        run(settings.whenPaused(OnPause.CONTINUE).asDryRun());

        assertThat(all(Planned.class).get(0).plan().notes())
                .anyMatch(text -> text.startsWith("At a pause hook (deploy.onPause) is CONTINUE"));
    }

    @Test
    void warnsWhenTheTimeLimitIsShorterThanTheBakeTime() {
        ecs.withRules(rules -> rules.shifting(
                "CANARY",
                new TrafficRules(
                        Duration.ofMinutes(7),
                        Optional.of(new TrafficRules.Step(5, Duration.ofMinutes(4), 1)),
                        List.of(new TrafficRules.Hook(List.of("POST_SCALE_UP"), Optional.empty())))));

        run(settings.asDryRun());

        assertThat(warnings())
                .anyMatch(text -> text.contains("(deploy.timeoutMinutes) is 10, but the service waits 11 min"));
        assertThat(all(Planned.class)).hasSize(1);
    }
}
