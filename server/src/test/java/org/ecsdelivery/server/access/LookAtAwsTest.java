package org.ecsdelivery.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import jetbrains.buildServer.serverSide.IOGuard;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the button and the lists of names tell, over the wire in front of a stand-in for AWS. */
class LookAtAwsTest {
    private final PageOfStep page = new PageOfStep().withConnection();

    @AfterEach
    void close() {
        page.close();
    }

    // --- the button

    @Test
    void tellsIdentityAccountRegionAndOrigin() {
        assertThat(page.test())
                .contains(
                        "Connected as arn:aws:",
                        "in account " + page.aws.account().id(),
                        "Region eu-central-1",
                        "AWS connection 'PROJECT_EXT_7'");
    }

    @Test
    void goesThroughTheGuardOfASecondaryNodeWithEveryCall() {
        int before = IOGuard.connections();
        page.test();
        assertThat(page.aws.calls().all()).isNotEmpty().hasSize(IOGuard.connections() - before);
    }

    @Test
    void namesThePermissionsThatAreMissingAndWhatTheyAreFor() {
        page.aws.surroundings().roles().deny("ecs:UpdateService");
        assertThat(page.test())
                .contains("Missing: ecs:UpdateService on arn:aws:ecs:eu-central-1:"
                        + page.aws.account().id()
                        + ":service/prod/web (begin the deployment). Without it: the step fails.")
                .doesNotContain("Missing: ecs:DescribeServices");
    }

    @Test
    void looksAtWhatTheCheckOfThePipelineNeedsWhereTheStepAsksForOne() {
        assertThat(page.enter("deploy.pipelineCheck", "OFF").test()).doesNotContain("ec2:DescribeSecurityGroups");
        assertThat(page.enter("deploy.pipelineCheck", "WARN").test()).contains("ec2:DescribeSecurityGroups");
    }

    @Test
    void saysWhichPermissionsItDidNotLookAt() {
        assertThat(page.test())
                .contains("give the step what it needs, as far as that was looked at: ", "ecs:UpdateService")
                .containsPattern("Not looked at, because the resource is known to a build only: [^\"]*iam:PassRole");
    }

    @Test
    void doesNotGuessWhereItMayNotAsk() {
        page.aws
                .faults()
                .always(
                        "iam",
                        "SimulatePrincipalPolicy",
                        Fault.error("AccessDenied", 403, "not authorized to perform: iam:SimulatePrincipalPolicy"));
        assertThat(page.test())
                .contains(
                        "Connected as",
                        "The permissions of the step could not be looked at",
                        "iam:SimulatePrincipalPolicy")
                .doesNotContain("give the step what it needs", "Missing:");
    }

    @Test
    void tellsWhoWasRefusedTheRole() {
        page.enter("aws.roleArn", "arn:aws:iam::123456789012:role/deployer");
        page.aws.roles().close("arn:aws:iam::123456789012:role/deployer");
        assertThat(page.test()).contains("\"error\"", "sts:AssumeRole", "role/deployer");
    }

    @Test
    void tellsThatAwsIsTooBusy() {
        page.aws.faults().always("sts", "*", Fault.error("Throttling", 400, "Rate exceeded"));
        assertThat(page.test()).contains("\"error\"", "Rate exceeded");
    }

    @Test
    void tellsThatNobodyAnswersWithinSeconds() {
        page.aws.faults().always("sts", "*", Fault.hanging());
        assertThat(page.test()).contains("\"error\"", "gave no usable answer");
    }

    @Test
    void tellsThatTheConnectionBreaks() {
        page.aws.faults().always("sts", "*", new Fault.Dropped());
        assertThat(page.test()).contains("\"error\"", "gave no usable answer");
    }

    @Test
    void repeatsWhyAConnectionGivesNothing() {
        page.refusal = Optional.of("AWS connection Production (PROJECT_EXT_7) gave no credentials: denied");
        assertThat(page.test())
                .contains("\"error\":\"AWS connection Production (PROJECT_EXT_7) gave no credentials: denied.\"");
    }

    @Test
    void takesTheRegionOfTheConnectionWhereTheStepNamesNone() {
        assertThat(page.enter("aws.region", "").test()).contains("Region eu-west-1");
    }

    @Test
    void testsTheConnectionOfTheFeatureWhereTheStepNamesNone() {
        page.enter("aws.connection", "").withFeature("PROJECT_EXT_9", "");
        assertThat(page.test()).contains("AWS connection 'PROJECT_EXT_9'");
    }

    @Test
    void testsTheConnectionOfTheProfileThatTheStepNames() {
        page.enter("aws.connection", "").enter("aws.profile", "two");
        page.withFeature("PROJECT_EXT_1", "one").withFeature("PROJECT_EXT_2", "two");
        assertThat(page.test()).contains("AWS connection 'PROJECT_EXT_2'");
    }

    @Test
    void saysThatTheAgentsOwnCredentialsCannotBeTestedFromTheServer() {
        assertThat(page.enter("aws.connection", "").test())
                .contains("\"error\"", "which the server does not have", "aws.connection");
        assertThat(page.aws.calls().all()).isEmpty();
    }

    // --- names

    @Test
    void offersTheClusters() {
        page.aws.ecs().cluster("prod");
        page.aws.ecs().cluster("dev");
        assertThat(page.offer("cluster")).isEqualTo("{\"names\":[\"dev\",\"prod\"]}");
    }

    @Test
    void offersTheServicesOfTheClusterPageAfterPage() {
        IntStream.range(0, 120)
                .forEach(number -> page.aws
                        .ecs()
                        .service("prod", "web-%03d".formatted(number))
                        .running(0)
                        .create());
        assertThat(page.offer("service")).contains("\"web-000\"", "\"web-119\"");
    }

    @Test
    void offersTheContainersOfTheService() {
        page.aws.ecs().service("prod", "web").running(0).create();
        assertThat(page.offer("container")).contains("\"names\":[\"app\"]");
    }

    @Test
    void offersNoServicesBeforeAClusterIsEntered() {
        assertThat(page.enter("deploy.cluster", "").offer("service")).contains("Enter Cluster first");
    }

    @Test
    void tellsWhatMayNotBeListed() {
        page.aws.faults().always("ecs", "ListClusters", Fault.error("AccessDeniedException", 400, "not authorized"));
        assertThat(page.offer("cluster")).contains("\"error\"", "ecs:ListClusters");
    }

    @Test
    void asksAwsOnceAMinute() {
        page.offer("cluster");
        page.offer("cluster");
        assertThat(page.asked).hasSize(1);
        page.clock.advance(RecentOffers.LIFE);
        page.offer("cluster");
        assertThat(page.asked).hasSize(2);
    }

    @Test
    void doesNotRememberAFailure() {
        page.refusal = Optional.of("denied");
        page.offer("cluster");
        page.refusal = Optional.empty();
        assertThat(page.offer("cluster")).contains("\"names\"");
    }

    @Test
    void showsNamesOfOneIdentityToNoOther() {
        page.offer("cluster");
        page.enter("aws.connection", "PROJECT_EXT_8").offer("cluster");
        assertThat(page.asked).hasSize(2);
    }
}
