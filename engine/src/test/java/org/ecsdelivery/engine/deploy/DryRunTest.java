package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.settings.ServiceChanges;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.engine.ecs.DeploymentRules;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.Variables;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineEvent.Phase;
import org.ecsdelivery.engine.event.Plan;
import org.junit.jupiter.api.Test;

/** The plan: told before anything is changed, and alone in a dry run. */
class DryRunTest extends DeployOnTest {
    @Test
    void looksAndChangesNothing() {
        assertThat(run(settings.asDryRun())).isEqualTo(new DeployResult.Planned(ecs.revisionArn(1)));

        assertThat(ecs.calls()).isNotEmpty().allMatch(call -> call.matches(".*:(Describe|List|Get).*"));
    }

    @Test
    void tellsThePlanInABlockOfItsOwnBeforeTheFirstChange() {
        rollsOut();
        time.at(seconds(60), this::targetsGone);

        run(settings);

        assertThat(events.indexOf(new EngineEvent.PhaseStarted(Phase.PLAN)))
                .isLessThan(events.indexOf(new DeployEvent.Planned(plan())));
        assertThat(events.indexOf(new DeployEvent.Planned(plan())))
                .isLessThan(events.indexOf(new EngineEvent.PhaseStarted(Phase.UPDATE)));
    }

    @Test
    void tellsWhatWillDiffer() {
        assertThat(planned().differences())
                .containsExactly(new Plan.Difference(
                        "Image of container app", "registry/web@old", HOST + "/shop/web@" + DIGEST));
    }

    @Test
    void tellsTheTagThatTheImageWasGivenWith() {
        run(withImage(HOST + "/shop/web:7").asDryRun());

        assertThat(plan().differences().get(0).after()).endsWith("@" + DIGEST + " (tag 7)");
    }

    @Test
    void tellsHowManyTasksGoAtATimeAndHowLongItMayTake() {
        ecs.withRules(rules -> new DeploymentRules("ROLLING", "REPLICA", 50, 150, Duration.ZERO, true, true));

        Plan plan = planned();

        assertThat(plan.pace()).hasValue(new Plan.Pace(1, 3, 1, 2, 1));
        assertThat(plan.level()).isEqualTo(FinishLevel.DRAINED);
        assertThat(plan.atMost()).hasValue(seconds(40));
        assertThat(plan.deregistrationDelay()).hasValue(seconds(30));
    }

    @Test
    void knowsNoPaceOfOtherStrategies() {
        ecs.withRules(rules -> new DeploymentRules("CANARY", "REPLICA", 100, 200, Duration.ZERO, false, false));

        assertThat(planned().pace()).isEmpty();
        assertThat(plan().atMost()).isEmpty();
    }

    @Test
    void tellsWhereTheWayBackLeads() {
        assertThat(planned().backTo()).hasValue(ecs.revisionArn(1));
    }

    @Test
    void knowsNoWayBackBeforeTheFirstDeploymentHasCompleted() {
        ecs.neverCompleted();

        assertThat(planned().backTo()).isEmpty();
    }

    @Test
    void findsTheWayBackInTheRecordsWhereTheServiceListsItNoMore() {
        ecs.neverCompleted();
        ecs.record(7, "SUCCESSFUL", "");
        ecs.record(8, "ROLLBACK_SUCCESSFUL", "");

        assertThat(planned().backTo()).hasValue(ecs.revisionArn(7));
        assertThat(warnings()).noneMatch(text -> text.contains("has none to roll back to"));
    }

    @Test
    void takesNoDeploymentThatReplacesAnUnfinishedOneForAProofThatOneCompleted() {
        ecs.neverCompleted();
        ecs.record(1, "STOPPED", "");
        ecs.deployAgain(settings.cluster(), settings.service(), ecs.revisionArn(1), ServiceChanges.NONE);

        assertThat(planned().backTo()).isEmpty();
        assertThat(warnings()).anyMatch(text -> text.contains("has none to roll back to"));
    }

    @Test
    void takesADeploymentThatReplacesAnotherForAProofWhereTheRecordsMayNotBeRead() {
        ecs.neverCompleted().denying("ecs:ListServiceDeployments");
        ecs.deployAgain(settings.cluster(), settings.service(), ecs.revisionArn(1), ServiceChanges.NONE);

        assertThat(planned().backTo()).hasValue(ecs.revisionArn(1));
        assertThat(warnings())
                .filteredOn(text -> text.contains("ecs:ListServiceDeployments"))
                .hasSize(1);
    }

    @Test
    void asksForNoRecordsWhereTheServiceListsACompletedDeployment() {
        planned();

        assertThat(ecs.calls()).doesNotContain("ecs:ListServiceDeployments");
    }

    @Test
    void notesThatTheImageIsTheOneThatRunsAlready() {
        ecs.withDefinition(each -> with(each, HOST + "/shop/web@" + DIGEST, Optional.empty(), List.of()));

        assertThat(planned().notes())
                .contains("Container app already runs this image: the service is not updated again.");
    }

    @Test
    void notesThatTheSameImageIsBroughtWithOtherSettings() {
        ecs.withDefinition(each -> with(each, HOST + "/shop/web@" + DIGEST, Optional.empty(), List.of()));

        run(settings.changing(EarlierRunTest.LEVEL_DEBUG).asDryRun());

        assertThat(plan().notes())
                .contains("Container app already runs this image: its tasks are replaced by tasks of the same image.");
    }

    @Test
    void notesWhoseLastLinesCannotBeShown() {
        ecs.withDefinition(each -> with(each, "registry/web@old", Optional.empty(), List.of()));

        assertThat(planned().notes())
                .containsExactly("The last lines of app cannot be shown if it fails: its log driver is not awslogs with"
                        + " awslogs-group and awslogs-stream-prefix.");
    }

    @Test
    void notesAPortOfTheInstanceThatTwoTasksWouldHaveToShare() {
        ecs.withDefinition(DryRunTest::withHostPort);

        assertThat(planned().notes())
                .singleElement()
                .satisfies(note -> assertThat(note)
                        .startsWith("Container app takes port 80 of its instance for itself")
                        .contains("minimumHealthyPercent 100 lets no old task stop first"));
    }

    @Test
    void notesNoSharedPortWhenAnOldTaskMayStopFirst() {
        ecs.withDefinition(DryRunTest::withHostPort)
                .withRules(rules -> new DeploymentRules("ROLLING", "REPLICA", 50, 200, Duration.ZERO, true, true));

        assertThat(planned().notes()).isEmpty();
    }

    @Test
    void tellsThePlanOfADeploymentThatItRefuses() {
        ecs.withRules(rules -> new DeploymentRules("ROLLING", "REPLICA", 100, 100, Duration.ZERO, true, true));

        assertThatThrownBy(this::planned).hasMessageContaining("cannot finish");

        assertThat(plan().pace()).hasValue(new Plan.Pace(2, 2, 0, 0, 0));
    }

    private Plan planned() {
        run(settings.asDryRun());
        return plan();
    }

    private Plan plan() {
        return all(DeployEvent.Planned.class).get(0).plan();
    }

    private static RevisionState withHostPort(RevisionState of) {
        return with(of, "registry/web@old", of.containers().get(0).log(), List.of(80));
    }

    private static RevisionState with(
            RevisionState of, String image, Optional<RevisionState.LogTarget> log, List<Integer> hostPorts) {
        return new RevisionState(
                of.arn(),
                "bridge",
                of.traits(),
                List.of(new RevisionState.Container(
                        new ContainerName("app"),
                        image,
                        log,
                        Duration.ofSeconds(30),
                        Optional.empty(),
                        List.of(8080),
                        hostPorts,
                        Variables.NONE,
                        List.of())),
                of.tags(),
                of.registeredBy());
    }
}
