package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.settings.ConnectionAccess;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.Test;

/** A step that takes its credentials from a connection of TeamCity. */
class ConnectionOfStepWireTest extends SignedCalls {
    private static ConnectionAccess connection(Optional<AwsAccess.Keys> keys, Optional<String> refusal) {
        return new ConnectionAccess(
                "PROJECT_EXT_7", 60, keys, Optional.of(new AwsRegion("eu-west-1")), Optional.empty(), refusal);
    }

    private void connectionGave() {
        connection = Optional.of(connection(
                Optional.of(
                        new AwsAccess.Keys("ASIAOFCONNECTION", Secret.of("s3cret"), Optional.of(Secret.of("t0ken")))),
                Optional.empty()));
    }

    @Test
    void signsWithTheCredentialsOfTheConnectionWhateverTheBuildHas() {
        buildHasKeys();
        connectionGave();
        assertThat(signer()).isEqualTo("ASIAOFCONNECTION");
        assertThat(aws.last().header("X-Amz-Security-Token")).hasValue("t0ken");
        assertThat(origin()).isEqualTo("AWS connection 'PROJECT_EXT_7'");
        assertThat(secretsAfterACall()).containsExactlyInAnyOrder("s3cret", "t0ken");
    }

    @Test
    void goesToTheRegionOfTheConnectionWhenTheStepNamesNone() {
        build.put("AWS_REGION", "us-east-1");
        connectionGave();
        region = Optional.empty();
        try (AwsClients clients = open()) {
            assertThat(clients.region()).isEqualTo(new AwsRegion("eu-west-1"));
        }
    }

    @Test
    void goesToTheRegionOfTheStepFirst() {
        connectionGave();
        try (AwsClients clients = open()) {
            assertThat(clients.region()).isEqualTo(new AwsRegion("eu-central-1"));
        }
    }

    @Test
    void assumesTheRoleOfTheStepWithTheCredentialsOfTheConnection() {
        connectionGave();
        role = Optional.of(new AwsAccess.Role(ROLE, Optional.empty()));
        assertThat(signer()).isEqualTo("ASIAdeployer");
        assertThat(aws.requests().get(0).signer()).isEqualTo("ASIAOFCONNECTION");
    }

    @Test
    void neverFallsBackToWhatTheBuildHas() {
        buildHasKeys();
        connection =
                Optional.of(connection(Optional.empty(), Optional.of("Neither project Shop nor one above it has one")));
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(this::open)
                .withMessageContainingAll("AWS connection 'PROJECT_EXT_7'", "Neither project Shop", "(aws.connection)")
                .extracting(EngineException::kind)
                .isEqualTo(FailureKind.CREDENTIALS);
    }

    @Test
    void saysThatTheServerHandedOverNothing() {
        connection = Optional.of(connection(Optional.empty(), Optional.empty()));
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(this::open)
                .withMessageContaining("TeamCity's server handed over none");
    }
}
