package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import org.ecsdelivery.aws.call.CallLimits;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.ecs.EcsApi.TaskList;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.ecsdelivery.sandbox.aws.elb.TargetGroupSpec;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.ecsdelivery.sandbox.aws.front.Faults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of calls that go wrong on the wire. */
class AwsCallsWireTest {
    private static final ClusterName CLUSTER = new ClusterName("prod");
    private static final ServiceName SERVICE = new ServiceName("web");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ClientsOfLocalAws sandbox = new ClientsOfLocalAws();
    private final Faults faults = sandbox.aws.faults();
    private final AwsClients clients = sandbox.clients;

    @BeforeEach
    void seed() {
        sandbox.aws.ecs().service("prod", "web").create();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private void look() {
        clients.ecs().service(CLUSTER, SERVICE);
    }

    private long looks() {
        return sandbox.aws.calls().count("ecs", "DescribeServices");
    }

    private <T extends Throwable> T failure(Class<T> type, Fault fault) {
        faults.always("ecs", "DescribeServices", fault);
        return catchThrowableOfType(type, this::look);
    }

    // --- how many there were

    @Test
    void countsWhatWasSentByActionAndWhatWasSentAgain() {
        String group = sandbox.aws.elb().create(TargetGroupSpec.named("web"));
        faults.next("ecs", "DescribeServices", 2, Fault.throttled());
        look();
        clients.targetGroups().targets(group);
        clients.containerLogs().tail("/missing", "stream", 5);

        assertThat(clients.requests())
                .containsOnly(
                        Map.entry("ecs:DescribeServices", looks()),
                        Map.entry("elasticloadbalancing:DescribeTargetHealth", 1L),
                        Map.entry("logs:GetLogEvents", 1L));
    }

    // --- what passes by itself

    @Test
    void waitsOutThrottlingOfEcs() {
        faults.next("ecs", "DescribeServices", 3, Fault.throttled());
        look();
        assertThat(looks()).isEqualTo(4);
    }

    @Test
    void waitsOutThrottlingOfTheLoadBalancer() {
        String group = sandbox.aws.elb().create(TargetGroupSpec.named("web"));
        faults.next("elasticloadbalancing", "DescribeTargetHealth", 3, Fault.throttled());
        assertThat(clients.targetGroups().targets(group)).isEmpty();
    }

    @Test
    void waitsOutThrottlingOfEcr() {
        faults.next("ecr", "GetAuthorizationToken", 3, Fault.throttled());
        assertThat(clients.imageRegistry().authorize().userName()).isEqualTo("AWS");
    }

    @Test
    void triesAgainAfterServerErrors() {
        faults.next("ecs", "DescribeServices", Fault.server(500));
        faults.next("ecs", "DescribeServices", Fault.server(503));
        look();
        assertThat(looks()).isEqualTo(3);
    }

    @Test
    void triesAgainWhenTheConnectionBreaks() {
        faults.next("ecs", "DescribeServices", 2, Fault.dropped());
        look();
        assertThat(looks()).isEqualTo(3);
    }

    // --- what does not pass

    @Test
    void saysAtTheEndOfItsPatienceThatAwsThrottles() {
        TransientFailure failure = failure(TransientFailure.class, Fault.throttled());
        assertThat(failure)
                .hasMessageContainingAll(
                        "ecs:DescribeServices", "service web in cluster prod", "Rate exceeded (ThrottlingException");
        assertThat(looks()).isEqualTo(4);
    }

    @Test
    void saysThatAwsHasAServerError() {
        TransientFailure failure = failure(TransientFailure.class, Fault.server(503));
        assertThat(failure).hasMessageContainingAll("ecs:DescribeServices", "unknown error. (ServiceUnavailable");
    }

    @Test
    void namesTheRequestSoThatAwsSupportCanFindIt() {
        assertThat(failure(TransientFailure.class, Fault.server(500)))
                .hasMessageMatching("(?s).*request [0-9a-f-]{36}.*");
    }

    @Test
    void takesABrokenConnectionForPassing() {
        assertThat(failure(TransientFailure.class, Fault.dropped()))
                .hasMessageContainingAll("ecs:DescribeServices", "Unexpected end of file from server");
    }

    @Test
    void saysThatAnAnswerOfEcsIsMalformed() {
        assertThat(failure(TransientFailure.class, Fault.malformed()))
                .hasMessageContainingAll("no usable answer", "ecs:DescribeServices");
    }

    @Test
    void saysThatAnAnswerOfTheLoadBalancerIsMalformed() {
        String group = sandbox.aws.elb().create(TargetGroupSpec.named("web"));
        faults.always("elasticloadbalancing", "DescribeTargetHealth", Fault.malformed());
        assertThat(catchThrowable(() -> clients.targetGroups().targets(group)))
                .isInstanceOf(TransientFailure.class)
                .hasMessageContainingAll("no usable answer", "elasticloadbalancing:DescribeTargetHealth");
    }

    @Test
    void tellsWhichPermissionIsMissingOnWhatForWhom() {
        String arn = "arn:aws:ecs:eu-central-1:123456789012:service/prod/web";
        AccessDenied denied = failure(AccessDenied.class, Fault.denied(arn));
        assertThat(denied.action()).isEqualTo("ecs:DescribeServices");
        assertThat(denied)
                .hasMessageContainingAll(
                        "may not ecs:DescribeServices on " + arn, "arn:aws:iam::123456789012:user/deployer");
        assertThat(looks()).isEqualTo(1);
    }

    @Test
    void namesTheResourceItselfWhenAwsDoesNot() {
        assertThat(failure(AccessDenied.class, Fault.denied()))
                .hasMessageContaining("may not ecs:DescribeServices on service web in cluster prod");
    }

    @Test
    void tellsTheMissingPermissionOfTheQueryProtocolAsWell() {
        String group = sandbox.aws.elb().create(TargetGroupSpec.named("web"));
        faults.always("elasticloadbalancing", "DescribeTargetHealth", Fault.denied());
        assertThat(catchThrowableOfType(
                        AccessDenied.class, () -> clients.targetGroups().targets(group)))
                .hasMessageContainingAll("elasticloadbalancing:DescribeTargetHealth", group, "user/deployer");
    }

    @Test
    void tellsThePermissionThatAnotherOneNeeds() {
        String role = "arn:aws:iam::123456789012:role/task";
        AccessDenied denied = failure(
                AccessDenied.class,
                Fault.error(
                        "ClientException",
                        400,
                        "User: arn:aws:iam::123456789012:user/deployer is not authorized to perform: iam:PassRole on"
                                + " resource: " + role + " because no identity-based policy allows it"));
        assertThat(denied.action()).isEqualTo("iam:PassRole");
        assertThat(denied).hasMessageContaining("may not iam:PassRole on " + role);
    }

    @Test
    void saysWhatToDoAboutAnExpiredToken() {
        EngineException failure = failure(EngineException.class, Fault.expiredToken());
        assertThat(failure.kind()).isEqualTo(FailureKind.CREDENTIALS);
        assertThat(failure)
                .hasMessageContainingAll("AWS_ACCESS_KEY_ID of the build", "is expired", "\"AWS Credentials\"");
    }

    @Test
    void saysWhatToDoAboutAnExpiredTokenAtTheLoadBalancer() {
        String group = sandbox.aws.elb().create(TargetGroupSpec.named("web"));
        faults.always("elasticloadbalancing", "*", Fault.expiredToken());
        assertThat(catchThrowableOfType(
                        EngineException.class, () -> clients.targetGroups().targets(group)))
                .hasMessageContainingAll("is expired", "\"AWS Credentials\"")
                .extracting(EngineException::kind)
                .isEqualTo(FailureKind.CREDENTIALS);
    }

    @Test
    void pointsAtTheRegionWhenAwsDoesNotKnowTheKeys() {
        EngineException failure = failure(
                EngineException.class,
                Fault.error(
                        "UnrecognizedClientException", 400, "The security token included in the request is invalid."));
        assertThat(failure.kind()).isEqualTo(FailureKind.CREDENTIALS);
        assertThat(failure).hasMessageContainingAll("Region (aws.region) eu-central-1", "Check the keys");
    }

    @Test
    void passesOnWhatAwsSaysAboutAnyOtherRefusal() {
        EngineException failure =
                failure(EngineException.class, Fault.error("InvalidParameterException", 400, "Invalid cluster name."));
        assertThat(failure.kind()).isEqualTo(FailureKind.AWS_REFUSED);
        assertThat(failure).hasMessageContaining("Invalid cluster name. (InvalidParameterException");
    }

    @Test
    void saysThatTheServiceIsBeingDeleted() {
        faults.always("ecs", "UpdateService", Fault.error("ServiceNotActiveException", 400, "Service was not ACTIVE."));
        assertThat(catchThrowableOfType(
                        EngineException.class, () -> clients.ecs().update(CLUSTER, SERVICE, "web:1")))
                .extracting(EngineException::kind)
                .isEqualTo(FailureKind.SERVICE_UNSUITABLE);
    }

    @Test
    void namesTheClusterThatIsNotThereForEveryCallAboutTasks() {
        ClusterName nowhere = new ClusterName("nowhere");
        assertThat(catchThrowableOfType(
                        EngineException.class, () -> clients.ecs().listTasks(nowhere, SERVICE, TaskList.RUNNING)))
                .extracting(EngineException::kind)
                .isEqualTo(FailureKind.CLUSTER_NOT_FOUND);
    }

    // --- time limits

    private AwsClients impatient(Duration call, int attempts) {
        CallLimits limits = new CallLimits(
                Duration.ofSeconds(1),
                Duration.ofMillis(300),
                call,
                attempts,
                Duration.ofMillis(1),
                Duration.ofMillis(1));
        return AwsClients.open(
                ClientsOfLocalAws.at(sandbox.aws.endpoint()), ClientsOfLocalAws.build(Map.of()), sandbox.clock, limits);
    }

    @Test
    void cutsAHangingCallAtItsTimeLimit() {
        faults.always("ecs", "DescribeServices", Fault.hanging());
        try (AwsClients impatient = impatient(PATIENCE, 2)) {
            assertThat(catchThrowable(() -> impatient.ecs().service(CLUSTER, SERVICE)))
                    .isInstanceOf(TransientFailure.class)
                    .hasMessageContaining("ecs:DescribeServices");
        }
        assertThat(looks()).isEqualTo(2);
    }

    @Test
    void endsACallAtItsTimeLimitHoweverManyAttemptsAreLeft() {
        faults.always("ecs", "DescribeServices", Fault.hanging());
        try (AwsClients impatient = impatient(Duration.ofSeconds(1), 50)) {
            assertThat(catchThrowable(() -> impatient.ecs().service(CLUSTER, SERVICE)))
                    .isInstanceOf(TransientFailure.class)
                    .hasMessageContaining("1000 millis");
        }
        assertThat(looks()).isLessThan(10);
    }

    @Test
    void goesOnWhenOnlyOneAttemptHangs() {
        faults.next("ecs", "DescribeServices", Fault.hanging());
        try (AwsClients impatient = impatient(PATIENCE, 20)) {
            assertThat(impatient.ecs().service(CLUSTER, SERVICE).name()).isEqualTo("web");
        }
    }

    @Test
    void findsNoRepositoryInAnotherRegion() {
        clients.imageRegistry().create(ImageReference.parse("team/shop"));
        try (AwsClients elsewhere = AwsClients.open(
                ClientsOfLocalAws.at(sandbox.aws.endpoint()).inRegion(new AwsRegion("us-east-1")),
                ClientsOfLocalAws.build(Map.of()),
                sandbox.clock,
                ClientsOfLocalAws.QUICK)) {
            assertThat(elsewhere.imageRegistry().exists(ImageReference.parse("team/shop")))
                    .isFalse();
        }
    }
}
