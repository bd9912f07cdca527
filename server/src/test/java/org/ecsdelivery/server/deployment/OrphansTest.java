package org.ecsdelivery.server.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agents that die or are cut off in the middle of a deployment, in virtual time. */
class OrphansTest {
    private static final String RECORD = "arn:aws:ecs:eu-central-1:123456789012:service-deployment/prod/web/abc";

    @TempDir
    Path directory;

    private final ServerWithBuilds world = new ServerWithBuilds();
    private final EcsThatRemembers ecs = new EcsThatRemembers();
    private Instant now = Instant.parse("2026-01-02T03:05:00Z");
    private Journal journal;
    private Orphans orphans;

    @BeforeEach
    void aServer() {
        journal = new Journal(directory);
        orphans = started();
        world.running(1);
    }

    @Test
    void leavesADeploymentAloneWhileItsBuildRuns() {
        journal.keep(1, ReportsToTell.underWay("web", "ROLL_BACK"));

        orphans.look();
        orphans.look();

        assertThat(ecs.requests).isEmpty();
        assertThat(world.comments).isEmpty();
    }

    @Test
    void leavesADeploymentAloneWhoseStepToldHowItEnded() {
        journal.keep(1, ReportsToTell.underWay("web", "ROLL_BACK"));
        journal.keep(1, ReportsToTell.ended("web", "INTERRUPTED"));
        world.over(1);

        looks(3);

        assertThat(ecs.requests).isEmpty();
        assertThat(world.comments).isEmpty();
    }

    @Test
    void hasEcsRollBackWhatTheStepPromisedToRollBack() {
        ecs.has(RECORD, ReportsToTell.REVISION, "IN_PROGRESS");
        agentDies(ReportsToTell.underWay("web", "ROLL_BACK"));

        looks(3);
        ecs.has(RECORD, ReportsToTell.REVISION, "ROLLBACK_SUCCESSFUL");
        looks(1);

        assertThat(ecs.requests).containsExactly("find web", "turnBack " + RECORD);
        assertThat(said()).endsWith("The deployment ecs-svc/2 of shop:7 to service web is over: rollback successful.");
    }

    @Test
    void followsToItsEndWhatTheStepPromisedToWaitFor() {
        ecs.has(RECORD, ReportsToTell.REVISION, "IN_PROGRESS");
        agentDies(ReportsToTell.underWay("web", "WAIT"));

        looks(5);
        assertThat(said()).contains("deploy.onStop is WAIT").doesNotContain("is over");
        ecs.has(RECORD, ReportsToTell.REVISION, "SUCCESSFUL");
        looks(1);

        assertThat(said()).endsWith("is over: successful.");
        assertThat(ecs.requests).containsExactly("find web");
    }

    @Test
    void saysOnceWhatBecomesOfADeploymentThatIsToBeLeft() {
        ecs.has(RECORD, ReportsToTell.REVISION, "IN_PROGRESS");
        agentDies(ReportsToTell.underWay("web", "LEAVE"));

        looks(5);

        assertThat(said())
                .endsWith("goes on in ECS, in progress. Nobody watches it: deploy.onStop is LEAVE.")
                .containsOnlyOnce("goes on in ECS");
        assertThat(ecs.requests).containsExactly("find web");
    }

    @Test
    void goesOnAfterARestartOfTheServerWhereItWas() {
        ecs.has(RECORD, ReportsToTell.REVISION, "IN_PROGRESS");
        agentDies(ReportsToTell.underWay("web", "ROLL_BACK"));
        looks(2);

        journal = new Journal(directory);
        orphans = started();
        looks(3);
        ecs.has(RECORD, ReportsToTell.REVISION, "ROLLBACK_SUCCESSFUL");
        looks(1);

        assertThat(ecs.requests).containsExactly("find web", "turnBack " + RECORD);
        assertThat(said()).endsWith("is over: rollback successful.");
    }

    @Test
    void takesOverWhatWasOrphanedWhileTheServerWasDown() {
        ecs.has(RECORD, ReportsToTell.REVISION, "IN_PROGRESS");
        journal.keep(1, ReportsToTell.underWay("web", "ROLL_BACK"));
        world.over(1);

        orphans = started();
        looks(2);

        assertThat(ecs.requests).contains("turnBack " + RECORD);
    }

    @Test
    void neverTakesALaterDeploymentOfTheSameRevisionForThisOne() {
        ecs.has(RECORD, ReportsToTell.REVISION, "IN_PROGRESS");
        agentDies(ReportsToTell.underWay("web", "WAIT"));
        looks(2);

        ecs.has(RECORD, ReportsToTell.REVISION, "STOPPED").has(RECORD + "2", ReportsToTell.REVISION, "IN_PROGRESS");
        looks(1);

        assertThat(said()).endsWith("is over: stopped.");
    }

    @Test
    void leavesADeploymentToABuildThatHasTakenItUp() {
        ecs.has(RECORD, ReportsToTell.REVISION, "IN_PROGRESS");
        agentDies(ReportsToTell.underWay("web", "ROLL_BACK"));
        world.running(2);
        journal.keep(2, ReportsToTell.underWay("web", "ROLL_BACK"));

        looks(3);

        assertThat(ecs.requests).isEmpty();
        assertThat(said()).endsWith("is followed by build 2 now.");
    }

    @Test
    void waitsOutThrottlingAndALostNetwork() {
        ecs.has(RECORD, ReportsToTell.REVISION, "IN_PROGRESS");
        agentDies(ReportsToTell.underWay("web", "ROLL_BACK"));
        ecs.refuses(new TransientFailure("ECS did not answer", "Rate exceeded", null));
        looks(10);
        assertThat(ecs.requests).isEmpty();

        ecs.answersAgain();
        looks(1);

        assertThat(ecs.requests).containsExactly("find web", "turnBack " + RECORD);
    }

    @Test
    void saysWhichPermissionIsMissingAndWhatShowsTheDeployment() {
        agentDies(ReportsToTell.underWay("web", "ROLL_BACK"));
        ecs.refuses(new AccessDenied("ecs:ListServiceDeployments", "service web", "not authorized", null));

        looks(5);

        assertThat(said())
                .contains("ecs:ListServiceDeployments")
                .endsWith("Look with: aws ecs list-service-deployments --cluster prod --service web");
    }

    @Test
    void saysWhenEcsCannotTakeItBack() {
        ecs.has(RECORD, ReportsToTell.REVISION, "IN_PROGRESS");
        ecs.refusesToTurnBack(new EngineException(FailureKind.AWS_REFUSED, "ECS refuses", "no rollback here", ""));
        agentDies(ReportsToTell.underWay("web", "ROLL_BACK"));

        looks(5);

        assertThat(said())
                .contains("could not be rolled back")
                .contains("no rollback here")
                .contains(RECORD);
    }

    @Test
    void saysThatNothingWasChangedWhereNoRevisionWasRegistered() {
        agentDies(ReportsToTell.begun("web", "ROLL_BACK"));

        looks(5);

        assertThat(said()).endsWith("Nothing was changed in ECS for service web.");
        assertThat(ecs.requests).isEmpty();
    }

    @Test
    void takesADeploymentForItsOwnThatBeganInTheMomentTheAgentDied() {
        ecs.has(RECORD, ReportsToTell.REVISION, "IN_PROGRESS");
        agentDies(ReportsToTell.registered("web", "ROLL_BACK"));

        looks(2);

        assertThat(ecs.requests).contains("turnBack " + RECORD);
    }

    @Test
    void takesAnOlderDeploymentOfARevisionThatWasUsedAgainForNobodys() {
        ecs.has(RECORD, ReportsToTell.REVISION, "SUCCESSFUL");
        agentDies(ReportsToTell.registered("web", "ROLL_BACK"));

        looks(5);

        assertThat(said())
                .endsWith("is registered, but no deployment of it is under way: service web runs what it ran.");
    }

    @Test
    void doesNotFollowForEver() {
        ecs.has(RECORD, ReportsToTell.REVISION, "IN_PROGRESS");
        agentDies(ReportsToTell.underWay("web", "WAIT"));
        looks(2);

        now = now.plus(OrphanCare.PATIENCE);
        looks(3);

        assertThat(said()).contains("was followed for 3 hours and is left now").contains(RECORD);
    }

    @Test
    void leavesItToTheMainNode() {
        when(world.node.isMainNode()).thenReturn(false);
        agentDies(ReportsToTell.underWay("web", "ROLL_BACK"));

        looks(5);

        assertThat(world.comments).isEmpty();
    }

    @Test
    void waitsUntilTheServerHasStarted() {
        when(world.server.isStarted()).thenReturn(false);
        agentDies(ReportsToTell.underWay("web", "ROLL_BACK"));

        looks(5);

        assertThat(world.comments).isEmpty();
    }

    @Test
    void keepsWhatSomebodyElseWroteOnTheBuild() {
        world.comments.put(1L, "Do not touch.");
        agentDies(ReportsToTell.begun("web", "LEAVE"));

        looks(2);

        assertThat(said()).startsWith("Do not touch.\nThe step that deployed to service web in cluster prod has gone");
    }

    @Test
    void looksAfterEachServiceOfASet() {
        ecs.has(RECORD, ReportsToTell.REVISION, "IN_PROGRESS");
        journal.keep(1, ReportsToTell.ended("api", "SUCCEEDED"));
        agentDies(ReportsToTell.underWay("web", "LEAVE"));

        looks(3);

        assertThat(said()).contains("service web").doesNotContain("service api");
    }

    @Test
    void forgetsWhatNobodyNeedsAnyMore() {
        journal.keep(1, ReportsToTell.ended("web", "SUCCEEDED"));
        world.over(1);
        now = Instant.now().plus(Journal.KEPT).plus(Duration.ofDays(1));

        looks(1);

        assertThat(journal.builds()).isEmpty();
    }

    @Test
    void putsItsEndIntoTheHistory() {
        ecs.has(RECORD, ReportsToTell.REVISION, "IN_PROGRESS");
        agentDies(ReportsToTell.underWay("web", "ROLL_BACK"));
        looks(2);
        ecs.has(RECORD, ReportsToTell.REVISION, "ROLLBACK_SUCCESSFUL");
        looks(1);

        assertThat(new History().of(world.configuration))
                .singleElement()
                .satisfies(past -> assertThat(past.result()).isEqualTo("ROLLED_BACK"));
    }

    @Test
    void tellsADefectOnceOnItsBuildAndLooksAgain() {
        EcsRecords.Door broken = (build, deployment) -> {
            throw new IllegalStateException("defect");
        };
        orphans = new Orphans(world.server, world.nodes, journal, new History(), broken, () -> now);
        agentDies(ReportsToTell.underWay("web", "ROLL_BACK"));

        looks(3);
        assertThat(said())
                .containsOnlyOnce("The server could not look after the deployment of step")
                .contains("IllegalStateException. It tries again.");

        orphans = started();
        ecs.has(RECORD, ReportsToTell.REVISION, "ROLLBACK_SUCCESSFUL");
        looks(2);
        assertThat(said()).endsWith("is over: rollback successful.");
    }

    @Test
    void leavesNoThreadBehind() {
        orphans.start();
        orphans.stop();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("ECS Delivery orphans");
    }

    private Orphans started() {
        return new Orphans(world.server, world.nodes, journal, new History(), ecs, () -> now);
    }

    private void agentDies(org.ecsdelivery.common.news.DeploymentNews lastWord) {
        journal.keep(1, lastWord);
        world.over(1);
    }

    private void looks(int times) {
        for (int look = 0; look < times; look++) {
            orphans.look();
            now = now.plusSeconds(15);
        }
    }

    private String said() {
        return world.comments.getOrDefault(1L, "");
    }
}
