package org.ecsdelivery.sandbox.aws.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.RealClients;
import org.ecsdelivery.sandbox.time.VirtualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.StsException;

class StsWireTest {

    private static final String ROLE = "arn:aws:iam::210987654321:role/delivery/deployer";

    private final LocalAws aws =
            LocalAws.builder().clock(VirtualClock.at("2026-10-01T12:00:00Z")).start();
    private final StsClient sts = RealClients.of(StsClient.builder(), aws);

    @AfterEach
    void close() {
        sts.close();
        aws.close();
    }

    @Test
    void tellsWhoCalls() {
        assertThat(sts.getCallerIdentity().account()).isEqualTo("123456789012");
        assertThat(sts.getCallerIdentity().arn()).isEqualTo("arn:aws:iam::123456789012:user/deployer");
    }

    @Test
    void handsOutCredentialsForAnHour() {
        AssumeRoleResponse answer = assume();
        assertThat(answer.credentials().expiration()).isEqualTo(Instant.parse("2026-10-01T13:00:00Z"));
        assertThat(answer.credentials().accessKeyId()).hasSize(20).startsWith("ASIA");
        assertThat(answer.assumedRoleUser().arn()).isEqualTo("arn:aws:sts::210987654321:assumed-role/deployer/build-7");
    }

    @Test
    void knowsTheSessionItHandedOut() {
        Credentials given = assume().credentials();
        AwsSessionCredentials session =
                AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
        try (StsClient assumed = RealClients.of(StsClient.builder(), aws.endpoint(), "eu-central-1", session)) {
            assertThat(assumed.getCallerIdentity().arn())
                    .isEqualTo("arn:aws:sts::210987654321:assumed-role/deployer/build-7");
        }
    }

    @Test
    void refusesARoleThatNobodyMayAssume() {
        aws.roles().close(ROLE);
        assertThatThrownBy(this::assume)
                .isInstanceOfSatisfying(StsException.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(403);
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
                })
                .hasMessageContaining("User: arn:aws:iam::123456789012:user/deployer is not authorized to perform:"
                        + " sts:AssumeRole on resource: " + ROLE);
    }

    @Test
    void refusesACallerWithoutTheExternalId() {
        aws.roles().requireExternalId(ROLE, "shop-42");
        assertThatThrownBy(this::assume).isInstanceOf(StsException.class).hasMessageContaining("sts:AssumeRole");
        assertThat(sts.assumeRole(request ->
                                request.roleArn(ROLE).roleSessionName("build-7").externalId("shop-42"))
                        .credentials())
                .isNotNull();
    }

    @Test
    void refusesASessionLongerThanTwelveHours() {
        assertThatThrownBy(() -> sts.assumeRole(request ->
                        request.roleArn(ROLE).roleSessionName("build-7").durationSeconds(50_000)))
                .isInstanceOf(StsException.class)
                .hasMessageContaining("'50000' at 'durationSeconds'");
    }

    @Test
    void refusesARoleThatIsNoRole() {
        assertThatThrownBy(() -> sts.assumeRole(
                        request -> request.roleArn("deployer-role-without-arn").roleSessionName("build-7")))
                .isInstanceOf(StsException.class)
                .hasMessageContaining("deployer-role-without-arn is invalid");
    }

    private AssumeRoleResponse assume() {
        return sts.assumeRole(request -> request.roleArn(ROLE).roleSessionName("build-7"));
    }
}
