package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.aws.call.RecordingAws;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose keys sign a call, for each place that credentials may come from. */
class CredentialsWireTest extends SignedCalls {
    // --- places

    @Test
    void signsWithTheKeysOfTheStep() {
        stepHasKeys();
        assertThat(signer()).isEqualTo("AKIDOFSTEP");
        assertThat(origin()).isEqualTo("keys of the step");
        assertThat(secretsAfterACall()).containsExactly("secret-of-the-step");
    }

    @Test
    void signsWithTheKeysInTheVariablesOfTheBuild() {
        buildHasKeys();
        assertThat(signer()).isEqualTo("AKIDOFBUILD");
        assertThat(aws.last().header("X-Amz-Security-Token")).isEmpty();
        assertThat(origin()).isEqualTo("AWS_ACCESS_KEY_ID of the build");
    }

    @Test
    void sendsTheSessionTokenOfTheBuild() {
        buildHasKeys();
        build.put("AWS_SESSION_TOKEN", "token-of-the-build");
        assertThat(signer()).isEqualTo("AKIDOFBUILD");
        assertThat(aws.last().header("X-Amz-Security-Token")).hasValue("token-of-the-build");
        assertThat(secretsAfterACall()).containsExactlyInAnyOrder("secret-of-the-build", "token-of-the-build");
    }

    @Test
    void sendsTheSessionTokenOfTheStep() {
        keys = Optional.of(
                new AwsAccess.Keys("ASIAOFSTEP", Secret.of("s3cr3t"), Optional.of(Secret.of("token-of-the-step"))));
        assertThat(signer()).isEqualTo("ASIAOFSTEP");
        assertThat(aws.last().header("X-Amz-Security-Token")).hasValue("token-of-the-step");
    }

    @Test
    void signsWithTheProfileInTheFileThatTheBuildNames() throws IOException {
        profiles(DEFAULT_PROFILE);
        assertThat(signer()).isEqualTo("AKIDOFPROFILE");
        assertThat(origin())
                .contains("profile 'default'", files.resolve("credentials").toString());
        assertThat(secretsAfterACall()).containsExactly("secret-of-the-profile");
    }

    @Test
    void signsWithTheProfileInTheHomeOfTheBuild() throws IOException {
        Files.createDirectory(files.resolve(".aws"));
        Files.write(files.resolve(".aws/credentials"), List.of(DEFAULT_PROFILE));
        build.put("HOME", files.toString());
        assertThat(signer()).isEqualTo("AKIDOFPROFILE");
    }

    @Test
    void signsWithAProfileOfTheConfigurationFile() throws IOException {
        build.put(
                "AWS_CONFIG_FILE",
                file("config", "[profile ci]\naws_access_key_id=AKIDOFCI\naws_secret_access_key=secret-of-ci\n"));
        build.put("AWS_PROFILE", "ci");
        assertThat(signer()).isEqualTo("AKIDOFCI");
    }

    @Test
    void signsAsTheRoleOfAWebIdentity() throws IOException {
        webIdentity();
        build.put("AWS_ROLE_SESSION_NAME", "build-7");
        assertThat(signer()).isEqualTo("ASIAdeployer-of-token");
        RecordingAws.Seen assumption = aws.requests().get(0);
        assertThat(assumption.parameter("Action")).hasValue("AssumeRoleWithWebIdentity");
        assertThat(assumption.parameter("WebIdentityToken")).hasValue("signed-by-somebody-else");
        assertThat(assumption.parameter("RoleSessionName")).hasValue("build-7");
        assertThat(assumption.signer()).isEmpty();
    }

    @Test
    void reportsTheTokenOfAWebIdentityAndTheSecretsOfItsSession() throws IOException {
        webIdentity();
        assertThat(secretsAfterACall())
                .containsExactlyInAnyOrder(
                        "signed-by-somebody-else", "secret-of-deployer-of-token", "token-of-deployer-of-token");
    }

    @Test
    void saysThatTheTokenOfAWebIdentityIsMissing() throws IOException {
        webIdentity();
        build.put("AWS_WEB_IDENTITY_TOKEN_FILE", files.resolve("missing").toString());
        EngineException failure = catchThrowableOfType(EngineException.class, this::signer);
        assertThat(failure.kind()).isEqualTo(FailureKind.CREDENTIALS);
        assertThat(failure).hasMessageContainingAll("missing", "env.AWS_WEB_IDENTITY_TOKEN_FILE");
    }

    // --- order

    @Test
    void prefersTheKeysOfTheStepToAllElse() throws IOException {
        stepHasKeys();
        buildHasKeys();
        profiles(DEFAULT_PROFILE);
        webIdentity();
        assertThat(signer()).isEqualTo("AKIDOFSTEP");
    }

    @Test
    void prefersTheVariablesOfTheBuildToAProfile() throws IOException {
        buildHasKeys();
        profiles(DEFAULT_PROFILE);
        webIdentity();
        assertThat(signer()).isEqualTo("AKIDOFBUILD");
    }

    @Test
    void prefersAProfileThatTheStepNamesToTheVariablesOfTheBuild() throws IOException {
        buildHasKeys();
        profiles("[ci]", "aws_access_key_id=AKIDOFCI", "aws_secret_access_key=secret-of-ci");
        profile = Optional.of("ci");
        assertThat(signer()).isEqualTo("AKIDOFCI");
    }

    @Test
    void prefersAProfileToAWebIdentity() throws IOException {
        profiles(DEFAULT_PROFILE);
        webIdentity();
        assertThat(signer()).isEqualTo("AKIDOFPROFILE");
    }

    @Test
    void passesOverADefaultProfileThatHoldsARegionOnly() throws IOException {
        profiles("[default]", "region=eu-west-1");
        webIdentity();
        assertThat(signer()).isEqualTo("ASIAdeployer-of-token");
    }

    @Test
    void doesNotMindAProfileThatIsMissingWhenItIsNotNeeded() {
        stepHasKeys();
        build.put("AWS_PROFILE", "of-somebody-else");
        assertThat(signer()).isEqualTo("AKIDOFSTEP");
    }

    // --- nothing there

    @Test
    void listsEveryPlaceWhenNothingIsFound() {
        EngineException failure = catchThrowableOfType(EngineException.class, this::open);
        assertThat(failure.kind()).isEqualTo(FailureKind.CREDENTIALS);
        assertThat(failure)
                .hasMessageContainingAll(
                        "aws.accessKeyId",
                        "AWS_ACCESS_KEY_ID of the build",
                        "profile 'default'",
                        "AWS_WEB_IDENTITY_TOKEN_FILE",
                        "AWS_EC2_METADATA_DISABLED",
                        "\"AWS Credentials\"");
        assertThat(aws.requests()).isEmpty();
    }

    @Test
    void namesTheProfilesThereAreWhenTheNamedOneIsMissing() throws IOException {
        profiles("[ci]", "aws_access_key_id=AKIDOFCI", "aws_secret_access_key=secret-of-ci");
        profile = Optional.of("prod");
        assertThat(catchThrowableOfType(EngineException.class, this::open))
                .hasMessageContainingAll("'prod'", "Profile (aws.profile)", "The profiles there: ci.");
    }

    @Test
    void saysThatAProfileNamedByTheBuildIsMissing() {
        build.put("AWS_PROFILE", "prod");
        assertThat(catchThrowableOfType(EngineException.class, this::open))
                .hasMessageContainingAll("'prod'", "AWS_PROFILE of the build", "No profile is there.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws_access_key_id", "aws_secret_access_key"})
    void saysThatAProfileHoldsHalfOfTheKeysWithoutShowingThem(String half) throws IOException {
        profiles("[default]", half + "=half-of-the-keys");
        EngineException failure = catchThrowableOfType(EngineException.class, this::open);
        assertThat(failure.kind()).isEqualTo(FailureKind.CREDENTIALS);
        assertThat(failure).hasMessageContainingAll("profile 'default'", "are not whole");
        assertThat(stackTrace(failure)).doesNotContain("half-of-the-keys");
    }

    @Test
    void saysThatAFileIsNoProfileFileWithoutShowingIt() throws IOException {
        profiles("aws_secret_access_key=secret-of-the-profile");
        assertThat(catchThrowableOfType(EngineException.class, this::open))
                .hasMessageContaining(files.resolve("credentials").toString())
                .hasStackTraceContaining("line 1")
                .extracting(each -> stackTrace(each))
                .asString()
                .doesNotContain("secret-of-the-profile");
    }

    private static String stackTrace(Throwable thrown) {
        StringBuilder all = new StringBuilder();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            all.append(each).append('\n');
        }
        return all.toString();
    }
}
