package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.engine.ecs.DeploymentRules;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.InMemoryEcs;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.report.Verdict;
import org.junit.jupiter.api.Test;

/** The other ends, each told from the rest, and why they came. */
class DeploymentEndsTest extends DeployOnTest {
    @Test
    void saysRolledBackWhenEcsHeadsBackAfterOurDeploymentFailed() {
        time.at(seconds(10), () -> ecs.crash("new1", "ecs-svc/2", 1, "Essential container in task exited"))
                .at(seconds(20), () -> {
                    ecs.rollout("ecs-svc/2", Rollout.FAILED, "ECS deployment circuit breaker: tasks failed to start.");
                    ecs.newPrimary("ecs-svc/3", 1, "rolling back to deploymentId ecs-svc/1");
                })
                .at(seconds(50), () -> ecs.rollout("ecs-svc/3", Rollout.COMPLETED, ""));

        assertThat(run(settings)).isInstanceOfSatisfying(DeployResult.RolledBack.class, result -> {
            assertThat(result.backTo()).isEqualTo(InMemoryEcs.revisionArn(1));
            assertThat(result.reason()).contains("circuit breaker: tasks failed to start");
            assertThat(result.wayBack()).isEqualTo(DeployResult.WayBack.COMPLETE);
        });
    }

    @Test
    void saysRolledBackWhenTheWayBackWasOverBetweenTwoLooks() {
        time.at(seconds(2), () -> {
            ecs.newPrimary("ecs-svc/3", 1, "");
            ecs.rollout("ecs-svc/3", Rollout.COMPLETED, "");
            ecs.dropDeployment("ecs-svc/2");
            ecs.record(
                    2,
                    "ROLLBACK_SUCCESSFUL",
                    "Service deployment rolled back because the circuit breaker was triggered");
        });

        assertThat(run(settings)).isInstanceOfSatisfying(DeployResult.RolledBack.class, result -> {
            assertThat(result.reason()).contains("3 of 3 allowed failures");
            assertThat(result.by().kind()).isEqualTo(RolledBackBy.Kind.CIRCUIT_BREAKER);
        });
    }

    @Test
    void knowsTheWayBackByTheLineThatEcsWroteWhereItWasOverBetweenTwoLooksAndTheRecordMayNotBeRead() {
        ecs.denying("ecs:ListServiceDeployments");
        time.at(seconds(2), () -> {
            ecs.newPrimary("ecs-svc/3", 1, "");
            ecs.rollout("ecs-svc/3", Rollout.COMPLETED, "");
            ecs.dropDeployment("ecs-svc/2");
            ecs.event("(service web) (deployment ecs-svc/2) deployment failed: tasks failed to start.");
        });

        assertThat(run(settings))
                .isInstanceOfSatisfying(
                        DeployResult.RolledBack.class,
                        result -> assertThat(result.reason()).isEqualTo("deployment failed: tasks failed to start"));
    }

    @Test
    void takesALineOfAnotherDeploymentForNoSignOfOurs() {
        ecs.denying("ecs:ListServiceDeployments");
        time.at(seconds(2), () -> {
            ecs.newPrimary("ecs-svc/9", 7, "");
            ecs.event("(service web) (deployment ecs-svc/21) deployment failed: tasks failed to start.");
        });

        assertThat(run(settings)).isInstanceOf(DeployResult.Superseded.class);
    }

    @Test
    void givesNoReasonThatIsNotOne() {
        time.at(
                        seconds(5),
                        () -> ecs.rollout("ecs-svc/2", Rollout.IN_PROGRESS, "ECS deployment ecs-svc/2 in progress."))
                .at(seconds(20), () -> {
                    ecs.newPrimary("ecs-svc/3", 1, "");
                    ecs.rollout("ecs-svc/3", Rollout.COMPLETED, "");
                    ecs.dropDeployment("ecs-svc/2");
                    ecs.record(2, "ROLLBACK_SUCCESSFUL", "Service deployment rolled back");
                });

        assertThat(run(settings))
                .isInstanceOfSatisfying(
                        DeployResult.RolledBack.class,
                        result -> assertThat(result.reason()).doesNotContain("in progress"));
    }

    @Test
    void saysSupersededWhenSomebodyElsesDeploymentTookOver() {
        time.at(seconds(5), () -> ecs.newPrimary("ecs-svc/9", 7, ""));

        assertThat(run(settings))
                .isEqualTo(new DeployResult.Superseded(
                        "ecs-svc/2",
                        InMemoryEcs.revisionArn(2),
                        "ecs-svc/9",
                        InMemoryEcs.revisionArn(7),
                        Origin.UNKNOWN));
    }

    @Test
    void saysWhichBuildRegisteredWhatTookOver() {
        ecs.register(7, Map.of("ecs-delivery:build-url", "https://ci.example.com/build/77"));
        time.at(seconds(5), () -> ecs.newPrimary("ecs-svc/9", 7, ""));

        assertThat(Verdict.of(settings, run(settings)).text())
                .contains("web:7 was registered by the TeamCity build https://ci.example.com/build/77.");
    }

    @Test
    void saysWhichIdentityRegisteredWhatTookOverWhenItWasNoBuild() {
        ecs.register(7, Map.of());
        time.at(seconds(5), () -> ecs.newPrimary("ecs-svc/9", 7, ""));

        assertThat(Verdict.of(settings, run(settings)).text())
                .contains("web:7 was registered by arn:aws:sts::123456789012:assumed-role/deploy/session.");
    }

    @Test
    void leavesOutWhoRegisteredWhatTookOverWhereThatMayNotBeRead() {
        ecs.register(7, Map.of());
        time.at(seconds(5), () -> {
            ecs.newPrimary("ecs-svc/9", 7, "");
            ecs.denying("ecs:DescribeTaskDefinition");
        });

        assertThat(run(settings))
                .isInstanceOfSatisfying(
                        DeployResult.Superseded.class,
                        result -> assertThat(result.origin()).isEqualTo(Origin.UNKNOWN));
    }

    @Test
    void saysSupersededEvenWhenTheRecordsMayNotBeRead() {
        ecs.denying("ecs:ListServiceDeployments");
        time.at(seconds(5), () -> ecs.newPrimary("ecs-svc/9", 7, ""));

        assertThat(run(settings)).isInstanceOf(DeployResult.Superseded.class);
        assertThat(warnings()).anyMatch(text -> text.contains("ecs:ListServiceDeployments"));
    }

    @Test
    void saysFailedWhenThereIsNothingToGoBackTo() {
        ecs.neverCompleted();
        time.at(seconds(30), () -> ecs.rollout("ecs-svc/2", Rollout.FAILED, "tasks failed to start."));

        assertThat(run(settings))
                .isInstanceOfSatisfying(
                        DeployResult.Failed.class,
                        result -> assertThat(result.reason()).contains("tasks failed to start"));
    }

    @Test
    void saysOfAFirstDeploymentThatFailedThatTheServiceStandsStill() {
        ecs.neverCompleted();
        time.at(seconds(30), () -> ecs.rollout("ecs-svc/2", Rollout.FAILED, "tasks failed to start."));

        assertThat(Verdict.of(settings, run(settings)).text())
                .contains("ECS has none to go back to: the service stands still until one does.")
                .doesNotContain("circuit breaker");
    }

    @Test
    void saysHowEcsWouldGoBackByItselfWhereADeploymentHadCompleted() {
        ecs.withRules(rules -> new DeploymentRules("ROLLING", "REPLICA", 100, 200, Duration.ZERO, true, false));
        time.at(seconds(30), () -> ecs.rollout("ecs-svc/2", Rollout.FAILED, "tasks failed to start."));

        assertThat(Verdict.of(settings, run(settings)).text())
                .contains("switch on the deployment circuit breaker with rollback");
    }

    @Test
    void saysTimedOutAndWhereEverythingStood() {
        time.at(seconds(10), () -> ecs.runTask("new1", "ecs-svc/2"));

        assertThat(run(settings))
                .isInstanceOfSatisfying(
                        DeployResult.TimedOut.class,
                        result -> assertThat(result.lastSeen())
                                .contains("deployment ecs-svc/2 (web:2) IN_PROGRESS with 1 of 2 running")
                                .contains("2 serving"));
        assertThat(time.elapsed()).isEqualTo(settings.timeout());
    }

    @Test
    void waitsForTheWayBackThatAnAlarmTakesWithoutACircuitBreaker() {
        ecs.withRules(rules -> new DeploymentRules("ROLLING", "REPLICA", 100, 200, Duration.ZERO, false, false)
                .watching(new DeploymentRules.Alarms(List.of("errors"), true)));
        time.at(seconds(20), () -> ecs.rollout("ecs-svc/2", Rollout.FAILED, "alarm detected."));
        time.at(seconds(30), () -> ecs.newPrimary("ecs-svc/3", 1, "rolling back"));

        assertThat(run(settings)).isInstanceOf(DeployResult.RolledBack.class);
    }

    @Test
    void saysThatTheEarlierRevisionFailsToo() {
        time.at(seconds(20), () -> {
            ecs.rollout("ecs-svc/2", Rollout.FAILED, "tasks failed to start.");
            ecs.newPrimary("ecs-svc/3", 1, "");
            ecs.rollout("ecs-svc/3", Rollout.FAILED, "tasks failed to start.");
        });

        assertThat(run(settings)).isInstanceOfSatisfying(DeployResult.RolledBack.class, result -> {
            assertThat(result.wayBack()).isEqualTo(DeployResult.WayBack.FAILED);
            assertThat(Verdict.of(settings, result).text())
                    .contains("tasks failed to start. ECS rolled it back to web:1, and the tasks of that fail too.");
        });
    }

    @Test
    void saysRolledBackButNotCompleteWhenTheTimeLimitPassesOnTheWayBack() {
        time.at(seconds(20), () -> {
            ecs.rollout("ecs-svc/2", Rollout.FAILED, "tasks failed to start.");
            ecs.newPrimary("ecs-svc/3", 1, "");
        });

        assertThat(run(settings))
                .isInstanceOfSatisfying(
                        DeployResult.RolledBack.class,
                        result -> assertThat(result.wayBack()).isEqualTo(DeployResult.WayBack.UNDER_WAY));
    }

    @Test
    void isNotMisledByAnAnswerFromBeforeTheUpdate() {
        ecs.staleAnswers(true);
        rollsOut();
        time.at(seconds(8), () -> ecs.staleAnswers(false)).at(seconds(60), this::targetsGone);

        assertThat(run(settings)).isInstanceOf(DeployResult.Succeeded.class);
    }

    @Test
    void tellsOfAFailingTaskWithItsLastLogLinesWhileTheRolloutGoesOn() {
        ecs.logs("starting", "java.lang.IllegalStateException: no database");
        time.at(seconds(10), () -> ecs.crash("new1", "ecs-svc/2", 1, "Essential container in task exited"));

        run(settings);

        assertThat(all(DeployEvent.TaskFailed.class)).singleElement().satisfies(failed -> {
            assertThat(failed.task().id()).isEqualTo("new1");
            assertThat(failed.logLines()).contains("java.lang.IllegalStateException: no database");
        });
    }

    @Test
    void showsNoMoreLogLinesOfAFailedTaskThanTheStepWants() {
        ecs.logs("starting", "reading settings", "no database");
        time.at(seconds(10), () -> ecs.crash("new1", "ecs-svc/2", 1, "Essential container in task exited"));

        run(settings.showingOfFailedTasks(2));

        assertThat(all(DeployEvent.TaskFailed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.logLines()).containsExactly("reading settings", "no database"));
    }

    @Test
    void asksForNoLogLinesWhereTheStepWantsNone() {
        ecs.logs("starting", "no database");
        ecs.denying("logs:GetLogEvents");
        time.at(seconds(10), () -> ecs.crash("new1", "ecs-svc/2", 1, "Essential container in task exited"));

        run(settings.showingOfFailedTasks(0));

        assertThat(all(DeployEvent.TaskFailed.class))
                .singleElement()
                .satisfies(failed -> assertThat(failed.logLines()).isEmpty());
        assertThat(warnings()).noneMatch(each -> each.contains("GetLogEvents"));
    }

    @Test
    void doesNotCallAReplacedTaskFailed() {
        time.at(
                seconds(10),
                () -> ecs.crash("new1", "ecs-svc/2", 0, "Scaling activity initiated by (deployment ecs-svc/2)"));

        run(settings);

        assertThat(all(DeployEvent.TaskFailed.class)).isEmpty();
    }

    @Test
    void tellsEachServiceEventOnceAndNoneFromBefore() {
        ecs.event("(service web) has reached a steady state.");
        time.at(seconds(10), () -> ecs.event("(service web) was unable to place a task"));

        run(settings);

        assertThat(all(DeployEvent.ServiceMessage.class))
                .extracting(each -> each.event().message())
                .containsExactly("(service web) was unable to place a task");
    }

    @Test
    void showsThatItStillFollowsWhenNothingHappensForAMinute() {
        run(settings);

        assertThat(all(DeployEvent.StillWaiting.class)).hasSizeBetween(8, 10);
    }
}
