package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.aws.call.RecordingAws;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.Test;

/** Whose keys sign a call where a role is assumed, and which secrets there are then. */
class RolesWireTest extends SignedCalls {
    @Test
    void assumesTheRoleOfTheStepWithTheCredentialsFound() {
        buildHasKeys();
        role = Optional.of(new AwsAccess.Role(ROLE, Optional.of("shop-7")));
        assertThat(signer()).isEqualTo("ASIAdeployer");
        RecordingAws.Seen assumption = aws.requests().get(0);
        assertThat(assumption.signer()).isEqualTo("AKIDOFBUILD");
        assertThat(assumption.parameter("RoleArn")).hasValue(ROLE);
        assertThat(assumption.parameter("ExternalId")).hasValue("shop-7");
        assertThat(assumption.parameter("RoleSessionName"))
                .hasValueSatisfying(name -> assertThat(name).matches("ecs-delivery-\\d+"));
    }

    @Test
    void tagsTheSession() {
        buildHasKeys();
        role = Optional.of(new AwsAccess.Role(ROLE, Optional.empty(), Map.of("team", "shop")));
        assertThat(signer()).isEqualTo("ASIAdeployer");
        RecordingAws.Seen assumption = aws.requests().get(0);
        assertThat(assumption.parameter("Tags.member.1.Key")).hasValue("team");
        assertThat(assumption.parameter("Tags.member.1.Value")).hasValue("shop");
    }

    @Test
    void sendsNoTagsWhereThereAreNone() {
        buildHasKeys();
        role = Optional.of(new AwsAccess.Role(ROLE, Optional.empty()));
        assertThat(signer()).isEqualTo("ASIAdeployer");
        assertThat(aws.requests().get(0).body()).doesNotContain("Tags");
    }

    @Test
    void reportsTheSecretsOfTheSessionAndOfTheKeysBehindIt() {
        buildHasKeys();
        role = Optional.of(new AwsAccess.Role(ROLE, Optional.empty()));
        assertThat(secretsAfterACall())
                .containsExactlyInAnyOrder("secret-of-the-build", "secret-of-deployer", "token-of-deployer");
        assertThat(origin()).isEqualTo("role " + ROLE + " with AWS_ACCESS_KEY_ID of the build");
    }

    @Test
    void knowsTheSecretsOfTheBuildBeforeTheFirstCall() {
        buildHasKeys();
        role = Optional.of(new AwsAccess.Role(ROLE, Optional.empty()));
        try (AwsClients clients = open()) {
            assertThat(clients.secrets()).containsExactly(Secret.of("secret-of-the-build"));
        }
    }

    @Test
    void assumesTheRoleOfAProfileAtTheAddressOfTheStep() throws IOException {
        profiles(
                "[base]",
                "aws_access_key_id=AKIDOFBASE",
                "aws_secret_access_key=secret-of-base",
                "[ci]",
                "role_arn=" + ROLE,
                "source_profile=base",
                "external_id=shop-7",
                "role_session_name=of-ci");
        profile = Optional.of("ci");
        assertThat(signer()).isEqualTo("ASIAdeployer");
        RecordingAws.Seen assumption = aws.requests().get(0);
        assertThat(assumption.signer()).isEqualTo("AKIDOFBASE");
        assertThat(assumption.parameter("ExternalId")).hasValue("shop-7");
        assertThat(assumption.parameter("RoleSessionName")).hasValue("of-ci");
        assertThat(secretsAfterACall())
                .containsExactlyInAnyOrder("secret-of-base", "secret-of-deployer", "token-of-deployer");
    }

    @Test
    void assumesOneRoleOfAProfileAfterTheOther() throws IOException {
        profiles(
                "[base]",
                "aws_access_key_id=AKIDOFBASE",
                "aws_secret_access_key=secret-of-base",
                "[hub]",
                "role_arn=" + ROLE + "-hub",
                "source_profile=base",
                "[ci]",
                "role_arn=" + ROLE,
                "source_profile=hub");
        profile = Optional.of("ci");
        assertThat(signer()).isEqualTo("ASIAdeployer");
        assertThat(aws.requests())
                .extracting(RecordingAws.Seen::signer)
                .containsExactly("AKIDOFBASE", "ASIAdeployer-hub", "ASIAdeployer");
    }

    @Test
    void assumesTheRoleOfAProfileWithItsOwnKeys() throws IOException {
        profiles(
                "[ci]",
                "aws_access_key_id=AKIDOFCI",
                "aws_secret_access_key=secret-of-ci",
                "role_arn=" + ROLE,
                "source_profile=ci");
        profile = Optional.of("ci");
        assertThat(signer()).isEqualTo("ASIAdeployer");
        assertThat(aws.requests().get(0).signer()).isEqualTo("AKIDOFCI");
    }

    @Test
    void assumesTheRoleOfAProfileWithTheVariablesOfTheBuild() throws IOException {
        buildHasKeys();
        profiles("[ci]", "role_arn=" + ROLE, "credential_source=Environment");
        profile = Optional.of("ci");
        assertThat(signer()).isEqualTo("ASIAdeployer");
        assertThat(aws.requests().get(0).signer()).isEqualTo("AKIDOFBUILD");
    }

    @Test
    void assumesTheRoleOfAProfileWithItsWebIdentity() throws IOException {
        profiles("[ci]", "role_arn=" + ROLE, "web_identity_token_file=" + file("token", "signed"));
        profile = Optional.of("ci");
        assertThat(signer()).isEqualTo("ASIAdeployer");
        assertThat(aws.requests().get(0).parameter("Action")).hasValue("AssumeRoleWithWebIdentity");
    }

    @Test
    void namesTheSourceProfileThatIsMissing() throws IOException {
        profiles("[ci]", "role_arn=" + ROLE, "source_profile=base");
        profile = Optional.of("ci");
        assertThat(catchThrowableOfType(EngineException.class, this::open))
                .hasMessageContainingAll("'ci'", "source_profile 'base', which is not there");
    }

    @Test
    void endsWhereProfilesBorrowFromEachOther() throws IOException {
        profiles("[a]", "role_arn=" + ROLE, "source_profile=b", "[b]", "role_arn=" + ROLE, "source_profile=a");
        profile = Optional.of("a");
        assertThat(catchThrowableOfType(EngineException.class, this::signer))
                .extracting(EngineException::kind)
                .isEqualTo(FailureKind.CREDENTIALS);
    }
}
