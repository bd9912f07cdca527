package org.ecsdelivery.server.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.aws.call.AwsSession;
import org.ecsdelivery.aws.call.BuildEnvironment;
import org.ecsdelivery.aws.call.CallLimits;
import org.ecsdelivery.aws.call.JsonApi;
import org.ecsdelivery.aws.call.RawObject;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.ecsdelivery.sandbox.time.VirtualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** ECS behind its wire keeps the contract; nothing happens there while the clock stands. */
class AwsEcsRecordsWireTest extends EcsRecordsContract {
    private final LocalAws aws =
            LocalAws.builder().clock(VirtualClock.at("2026-10-01T12:00:00Z")).start();
    private String revision = "";

    @BeforeEach
    void aServiceThatIsBroughtANewRevision() {
        aws.ecs().service("prod", "web").running(2).create();
        try (AwsSession session = session()) {
            revision = session.json(JsonApi.ECS)
                    .ask(new AwsOperation("ecs:RegisterTaskDefinition", "shop"), RawObject.parse("""
                            {"family":"shop","containerDefinitions":[{"name":"app","image":"shop:2","memory":64}]}"""))
                    .object("taskDefinition")
                    .text("taskDefinitionArn");
            session.json(JsonApi.ECS)
                    .ask(
                            new AwsOperation("ecs:UpdateService", "web"),
                            RawObject.parse("{\"cluster\":\"prod\",\"service\":\"web\",\"taskDefinition\":\"" + revision
                                    + "\"}"));
        }
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Override
    EcsRecords underWay() {
        return new AwsEcsRecords(session());
    }

    @Override
    String revision() {
        return revision;
    }

    @Test
    void forgetsNothingButWhatWasNeverThere() {
        try (EcsRecords ecs = underWay()) {
            String arn = ecs.find("prod", "web", revision).orElseThrow().arn();

            assertThat(ecs.look(arn.replaceAll("/[^/]+$", "/unknown"))).isEmpty();
        }
    }

    @Test
    void namesThePermissionThatIsMissing() {
        aws.faults().always("ecs", "ListServiceDeployments", Fault.denied());

        try (EcsRecords ecs = underWay()) {
            assertThatThrownBy(() -> ecs.find("prod", "web", revision))
                    .isInstanceOf(AccessDenied.class)
                    .hasMessageContaining("ecs:ListServiceDeployments");
        }
    }

    private AwsSession session() {
        return AwsSession.open(
                new AwsAccess(
                        Optional.of(new AwsRegion("eu-central-1")),
                        Optional.of(aws.endpoint()),
                        Optional.empty(),
                        Optional.of(
                                new AwsAccess.Keys("AKIDOFSTEP", Secret.of("secret-of-the-step"), Optional.empty())),
                        Optional.empty()),
                new BuildEnvironment(Map.of("AWS_EC2_METADATA_DISABLED", "true")),
                java.time.InstantSource.system(),
                new CallLimits(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        4,
                        Duration.ofMillis(1),
                        Duration.ofMillis(2)));
    }
}
