package org.ecsdelivery.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.settings.OnPause;
import org.ecsdelivery.common.settings.OnStop;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.deploy.RolledBackBy;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.DeployEvent.LevelReached;
import org.ecsdelivery.engine.event.DeployEvent.PauseAnswered;
import org.ecsdelivery.engine.event.DeployEvent.StageReached;
import org.ecsdelivery.engine.event.DeployEvent.TrafficShifted;
import org.ecsdelivery.engine.event.Rung;
import org.ecsdelivery.sandbox.aws.ecs.ServiceSeed;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deployments that shift traffic between two target groups, over the wire. */
class TrafficShiftWireTest {
    private static final List<String> IN_ORDER = List.of(
            "PRE_SCALE_UP",
            "SCALE_UP",
            "POST_SCALE_UP",
            "TEST_TRAFFIC_SHIFT",
            "POST_TEST_TRAFFIC_SHIFT",
            "PRODUCTION_TRAFFIC_SHIFT",
            "POST_PRODUCTION_TRAFFIC_SHIFT",
            "BAKE_TIME",
            "CLEAN_UP");
    private static final String FUNCTION = "arn:aws:lambda:eu-central-1:123456789012:function:smoke";

    private final StepOnLocalAws step = new StepOnLocalAws().within(Duration.ofMinutes(60));
    private final String blue = step.targetGroup("web-blue", StepOnLocalAws.DELAY);
    private final String green = step.targetGroup("web-green", StepOnLocalAws.DELAY);

    @AfterEach
    void close() {
        step.close();
    }

    private ServiceSeed service() {
        return step.service(2).targetGroup(blue);
    }

    private List<String> stages() {
        return step.told(StageReached.class).stream().map(StageReached::stage).toList();
    }

    private List<Double> shares() {
        return step.told(TrafficShifted.class).stream()
                .map(TrafficShifted::percent)
                .toList();
    }

    private Duration reached(FinishLevel level) {
        return step.told(LevelReached.class).stream()
                .filter(each -> each.level() == level)
                .map(LevelReached::took)
                .findFirst()
                .orElseThrow();
    }

    // --- blue/green

    @Test
    void blueGreenIsLiveBeforeTheBakeTimeAndDeployedAfterIt() {
        service().blueGreen(green, 5).create();

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(IN_ORDER).containsSubsequence(stages());
        assertThat(stages()).contains("BAKE_TIME").doesNotHaveDuplicates();
        assertThat(shares()).containsExactly(100.0);
        assertThat(reached(FinishLevel.DEPLOYED).minus(reached(FinishLevel.LIVE)))
                .isGreaterThan(Duration.ofMinutes(5));
        assertThat(step.aws.elb().size(green)).isEqualTo(2);
        assertThat(step.aws.elb().size(blue)).isZero();
    }

    @Test
    void oldTasksServeUntilTheBakeTimeIsOver() {
        service().blueGreen(green, 5).create();

        step.run();

        assertThat(step.told(DeployEvent.TaskStepped.class))
                .filteredOn(each -> each.rung() == Rung.SELECTED || each.rung() == Rung.DRAINING)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.at())
                        .isAfterOrEqualTo(step.told(StageReached.class).stream()
                                .filter(stage -> stage.stage().equals("BAKE_TIME"))
                                .findFirst()
                                .orElseThrow()
                                .at()
                                .plus(Duration.ofMinutes(5))));
        assertThat(reached(FinishLevel.STOPPED)).isGreaterThan(Duration.ofMinutes(5));
    }

    @Test
    void theNextDeploymentGoesBackToTheFirstTargetGroup() {
        service().blueGreen(green, 0).create();

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        TaggedImage.pushed(step.aws, "shop/next", "second");
        step.image("123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop/next@" + TaggedImage.DIGEST);
        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);

        assertThat(step.aws.elb().size(blue)).isEqualTo(2);
        assertThat(step.aws.elb().size(green)).isZero();
    }

    @Test
    void aStepThatFinishesWhenLiveSaysThatNobodyWatchesTheBakeTime() {
        service().blueGreen(green, 5).create();

        assertThat(step.finishAt(FinishLevel.LIVE).run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.warnings()).anyMatch(text -> text.startsWith("Nobody watches the rest of the deployment"));
        assertThat(step.aws.elb().size(blue)).isEqualTo(2);
    }

    @Test
    void anAlarmInTheBakeTimeIsNamedWithItsStage() {
        service().blueGreen(green, 5).alarm("errors-high").create();
        step.time.at(Duration.ofMinutes(2), () -> step.aws.ecs().alarm("errors-high"));

        DeployResult result = step.run();

        assertThat(result).isInstanceOfSatisfying(DeployResult.RolledBack.class, back -> {
            assertThat(back.by().kind()).isEqualTo(RolledBackBy.Kind.ALARM);
            assertThat(back.by().alarms()).containsExactly("errors-high");
            assertThat(back.by().stage()).contains("BAKE_TIME");
            assertThat(back.wayBack()).isEqualTo(DeployResult.WayBack.COMPLETE);
        });
        assertThat(step.words(result)).contains("ECS rolled it back at BAKE_TIME, the service runs web:1 again.");
        assertThat(step.aws.elb().size(blue)).isEqualTo(2);
    }

    @Test
    void aHookThatSaysNoIsTheReason() {
        service().blueGreen(green, 5).hook("POST_TEST_TRAFFIC_SHIFT", FUNCTION).create();
        step.aws.ecs().failHook(FUNCTION);

        DeployResult result = step.run();

        assertThat(result)
                .isInstanceOfSatisfying(
                        DeployResult.RolledBack.class,
                        back -> assertThat(back.by().kind()).isEqualTo(RolledBackBy.Kind.LIFECYCLE_HOOK));
        assertThat(shares()).isEmpty();
    }

    @Test
    void somebodyMayRollItBackAtAnyStage() {
        service().blueGreen(green, 5).create();
        step.time.at(Duration.ofMinutes(1), this::stop);

        assertThat(step.run())
                .isInstanceOfSatisfying(
                        DeployResult.RolledBack.class,
                        back -> assertThat(back.by().kind()).isEqualTo(RolledBackBy.Kind.USER));
    }

    private void stop() {
        try (var other = step.somebodyElse()) {
            String arn = other.listServiceDeployments(
                            request -> request.cluster(StepOnLocalAws.CLUSTER).service(StepOnLocalAws.SERVICE))
                    .serviceDeployments()
                    .get(0)
                    .serviceDeploymentArn();
            other.stopServiceDeployment(
                    request -> request.serviceDeploymentArn(arn).stopType("ROLLBACK"));
        }
    }

    @Test
    void tasksThatNeverGetHealthyGetNoTrafficAndTheStepTakesItsDeploymentBack() {
        service().blueGreen(green, 5).create();
        step.newTasks(TaskBehaviour.neverHealthy(500));

        DeployResult result =
                step.within(Duration.ofMinutes(3)).onStop(OnStop.ROLL_BACK).run();

        assertThat(result).isInstanceOf(DeployResult.TimedOut.class);
        assertThat(shares()).isEmpty();
        assertThat(step.words(result)).contains("stage SCALE_UP").contains("ECS rolls it back to web:1");
    }

    @Test
    void withoutThePermissionToReadItsRecordABlueGreenDeploymentIsStillFollowedToItsEnd() {
        service().blueGreen(green, 5).create();
        step.aws.faults().always("ecs", "ListServiceDeployments", Fault.denied());

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(reached(FinishLevel.DEPLOYED)).isGreaterThan(Duration.ofMinutes(5));
    }

    // --- pause hooks

    @Test
    void aPauseIsToldAndWaitedFor() {
        service().blueGreen(green, 0).pause("POST_SCALE_UP", 60, "ROLLBACK").create();
        step.time.at(Duration.ofMinutes(10), () -> step.aws.ecs().answerPauses(true));

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.told(StageReached.class))
                .filteredOn(StageReached::pause)
                .extracting(StageReached::stage)
                .containsExactly("POST_SCALE_UP");
        assertThat(reached(FinishLevel.LIVE)).isGreaterThan(Duration.ofMinutes(10));
    }

    @Test
    void aPauseThatNobodyEndsInTimeRollsBack() {
        service().blueGreen(green, 0).pause("POST_SCALE_UP", 15, "ROLLBACK").create();

        DeployResult result = step.run();

        assertThat(result).isInstanceOf(DeployResult.RolledBack.class);
        assertThat(step.words(result)).contains("at POST_SCALE_UP").contains("lifecycle hook timed out");
    }

    @Test
    void aPauseBeforeProductionComesBackAtEachStepOfALinearShift() {
        service()
                .linear(green, 0, 50, 1)
                .pause("PRE_PRODUCTION_TRAFFIC_SHIFT", 60, "ROLLBACK")
                .create();
        step.time.at(Duration.ofMinutes(5), () -> step.aws.ecs().answerPauses(true));
        step.time.at(Duration.ofMinutes(10), () -> step.aws.ecs().answerPauses(true));

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(stages()).filteredOn("PRE_PRODUCTION_TRAFFIC_SHIFT"::equals).hasSize(2);
        assertThat(reached(FinishLevel.LIVE)).isGreaterThan(Duration.ofMinutes(10));
    }

    @Test
    void aStepThatContinuesNeedsNobodyAtThePauseHooks() {
        service()
                .blueGreen(green, 0)
                .pause("POST_SCALE_UP", 60, "ROLLBACK")
                .pause("POST_PRODUCTION_TRAFFIC_SHIFT", 60, "ROLLBACK")
                .create();

        assertThat(step.onPause(OnPause.CONTINUE).run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.told(PauseAnswered.class))
                .extracting(PauseAnswered::stage)
                .containsExactly("POST_SCALE_UP", "POST_PRODUCTION_TRAFFIC_SHIFT");
        assertThat(step.aws.calls().count("ecs", "ContinueServiceDeployment")).isEqualTo(2);
        assertThat(reached(FinishLevel.LIVE)).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void aStepThatContinuesDoesSoAtEachStepOfALinearShift() {
        service()
                .linear(green, 0, 50, 1)
                .pause("PRE_PRODUCTION_TRAFFIC_SHIFT", 60, "ROLLBACK")
                .create();

        assertThat(step.onPause(OnPause.CONTINUE).run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.told(PauseAnswered.class)).hasSize(2);
        assertThat(shares()).containsExactly(50.0, 100.0);
    }

    @Test
    void aStepThatRollsBackAtAPauseHookSaysThatItWasItself() {
        service()
                .blueGreen(green, 5)
                .pause("POST_TEST_TRAFFIC_SHIFT", 60, "CONTINUE")
                .create();

        DeployResult result = step.onPause(OnPause.ROLL_BACK).run();

        assertThat(result)
                .isInstanceOfSatisfying(
                        DeployResult.RolledBack.class,
                        back -> assertThat(back.by().kind()).isEqualTo(RolledBackBy.Kind.STEP));
        assertThat(step.words(result))
                .contains("at POST_TEST_TRAFFIC_SHIFT")
                .contains("This step said so at a pause hook");
        assertThat(shares()).isEmpty();
        assertThat(step.aws.elb().size(blue)).isEqualTo(2);
    }

    @Test
    void aPermissionToAnswerThatIsMissingIsNamedWithTheStatementToAdd() {
        service().blueGreen(green, 0).pause("POST_SCALE_UP", 60, "ROLLBACK").create();
        step.aws.faults().always("ecs", "ContinueServiceDeployment", Fault.denied());
        step.time.at(Duration.ofMinutes(10), () -> step.aws.ecs().answerPauses(true));

        assertThat(step.onPause(OnPause.CONTINUE).run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.warnings())
                .filteredOn(text -> text.startsWith("A pause hook cannot be answered"))
                .singleElement()
                .asString()
                .contains("The build may not ecs:ContinueServiceDeployment on")
                .contains("\"Action\":\"ecs:ContinueServiceDeployment\"");
    }

    @Test
    void anAnswerThatGetsLostIsGivenAgain() {
        service().blueGreen(green, 0).pause("POST_SCALE_UP", 60, "ROLLBACK").create();
        step.aws.faults().next("ecs", "ContinueServiceDeployment", Fault.server(500));

        assertThat(step.onPause(OnPause.CONTINUE).run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.told(PauseAnswered.class)).hasSize(1);
    }

    // --- linear and canary

    @Test
    void aLinearShiftIsLiveAfterItsLastStep() {
        service().linear(green, 1, 40, 2).create();

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(shares()).containsExactly(40.0, 80.0, 100.0);
        assertThat(reached(FinishLevel.LIVE)).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
    }

    @Test
    void aCanaryGetsALittleTrafficFirst() {
        service().canary(green, 1, 12.5, 3).create();

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(shares()).containsExactly(12.5, 100.0);
        assertThat(reached(FinishLevel.LIVE)).isGreaterThan(Duration.ofMinutes(3));
    }

    @Test
    void anAlarmAtTheCanaryGivesTheOldTasksAllTrafficAgain() {
        service().canary(green, 1, 12.5, 10).alarm("errors-high").create();
        step.time.at(Duration.ofMinutes(2), () -> step.aws.ecs().alarm("errors-high"));

        DeployResult result = step.run();

        assertThat(step.words(result))
                .contains("ECS rolled it back at PRODUCTION_TRAFFIC_SHIFT")
                .contains("errors-high");
    }
}
