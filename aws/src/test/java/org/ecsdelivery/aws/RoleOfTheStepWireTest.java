package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.ecsdelivery.sandbox.time.VirtualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles whose owner asks for an external id, at the stand-in's STS. */
class RoleOfTheStepWireTest {
    private static final String ROLE = "arn:aws:iam::210987654321:role/deployer";

    private final VirtualClock clock = VirtualClock.at("2098-01-01T00:00:00Z");
    private final LocalAws aws = LocalAws.builder().clock(clock).start();

    @BeforeEach
    void askForAnExternalId() {
        aws.roles().requireExternalId(ROLE, "shop-7");
    }

    @AfterEach
    void close() {
        aws.close();
    }

    private AwsClients open(Optional<String> externalId) {
        AwsAccess access = new AwsAccess(
                Optional.of(new AwsRegion("eu-central-1")),
                Optional.of(aws.endpoint()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new AwsAccess.Role(ROLE, externalId)));
        return AwsClients.open(access, ClientsOfLocalAws.build(Map.of()), clock, ClientsOfLocalAws.QUICK);
    }

    private <T extends Throwable> T failure(Class<T> type, Optional<String> externalId) {
        try (AwsClients clients = open(externalId)) {
            return catchThrowableOfType(type, () -> clients.imageRegistry().authorize());
        }
    }

    @Test
    void isAssumedWithTheExternalId() {
        try (AwsClients clients = open(Optional.of("shop-7"))) {
            assertThat(clients.imageRegistry().authorize().userName()).isEqualTo("AWS");
        }
    }

    @Test
    void isAssumedOnceForManyCalls() {
        try (AwsClients clients = open(Optional.of("shop-7"))) {
            clients.imageRegistry().authorize();
            clients.imageRegistry().authorize();
        }
        assertThat(aws.calls().count("sts", "AssumeRole")).isEqualTo(1);
    }

    @Test
    void isNotAssumedBeforeItIsNeeded() {
        open(Optional.of("shop-7")).close();
        assertThat(aws.calls().all()).isEmpty();
    }

    @Test
    void saysThatTheRoleIsDeniedAndToWhom() {
        AccessDenied denied = failure(AccessDenied.class, Optional.of("wrong"));
        assertThat(denied.action()).isEqualTo("sts:AssumeRole");
        assertThat(denied).hasMessageContainingAll("may not sts:AssumeRole on " + ROLE, "user/deployer");
    }

    @Test
    void namesTheRoleInWordsWhenAwsDoesNot() {
        aws.faults().always("sts", "AssumeRole", Fault.denied());
        assertThat(failure(AccessDenied.class, Optional.of("shop-7")))
                .hasMessageContaining("may not sts:AssumeRole on the role to assume");
    }

    @Test
    void waitsOutThrottlingOfSts() {
        aws.faults().next("sts", "AssumeRole", 3, Fault.throttled());
        try (AwsClients clients = open(Optional.of("shop-7"))) {
            assertThat(clients.imageRegistry().authorize().userName()).isEqualTo("AWS");
        }
    }

    @Test
    void saysThatStsHasAServerError() {
        aws.faults().always("sts", "AssumeRole", Fault.server(503));
        assertThat(failure(TransientFailure.class, Optional.of("shop-7"))).hasMessageContaining("sts:AssumeRole");
    }

    @Test
    void saysThatTheKeysBehindTheRoleHaveExpired() {
        aws.faults().always("sts", "AssumeRole", Fault.expiredToken());
        EngineException failure = failure(EngineException.class, Optional.of("shop-7"));
        assertThat(failure.kind()).isEqualTo(FailureKind.CREDENTIALS);
        assertThat(failure).hasMessageContainingAll(ROLE, "AWS_ACCESS_KEY_ID of the build", "\"AWS Credentials\"");
    }
}
