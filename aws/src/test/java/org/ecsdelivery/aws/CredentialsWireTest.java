package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.ecs.EcsApi.TaskList;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose keys sign a call, for each place that credentials may come from. */
class CredentialsWireTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/deployer";

    @TempDir
    Path files;

    private final RecordingAws aws = RecordingAws.obliging();
    private final Map<String, String> build = new HashMap<>(Map.of("AWS_EC2_METADATA_DISABLED", "true"));
    private Optional<String> profile = Optional.empty();
    private Optional<AwsAccess.Keys> keys = Optional.empty();
    private Optional<AwsAccess.Role> role = Optional.empty();

    @AfterEach
    void close() {
        aws.close();
    }

    private AwsClients open() {
        AwsAccess access = new AwsAccess(
                Optional.of(new AwsRegion("eu-central-1")), Optional.of(aws.endpoint()), profile, keys, role);
        return AwsClients.open(access, new BuildEnvironment(build), InstantSource.system(), ClientsOfLocalAws.QUICK);
    }

    private static void call(AwsClients clients) {
        clients.ecs().listTasks(new ClusterName("prod"), new ServiceName("web"), TaskList.RUNNING);
    }

    private String signer() {
        try (AwsClients clients = open()) {
            call(clients);
        }
        return aws.last().signer();
    }

    private List<String> secretsAfterACall() {
        try (AwsClients clients = open()) {
            call(clients);
            return clients.secrets().stream().map(Secret::reveal).toList();
        }
    }

    private String origin() {
        try (AwsClients clients = open()) {
            return clients.credentialsOrigin();
        }
    }

    private void stepHasKeys() {
        keys = Optional.of(new AwsAccess.Keys("AKIDOFSTEP", Secret.of("secret-of-the-step"), Optional.empty()));
    }

    private void buildHasKeys() {
        build.putAll(Map.of("AWS_ACCESS_KEY_ID", "AKIDOFBUILD", "AWS_SECRET_ACCESS_KEY", "secret-of-the-build"));
    }

    private void profiles(String... lines) throws IOException {
        Path file = Files.write(files.resolve("credentials"), List.of(lines));
        build.put("AWS_SHARED_CREDENTIALS_FILE", file.toString());
    }

    private void webIdentity() throws IOException {
        build.put("AWS_ROLE_ARN", ROLE + "-of-token");
        build.put("AWS_WEB_IDENTITY_TOKEN_FILE", file("token", "signed-by-somebody-else"));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(files.resolve(name), content).toString();
    }

    private static final String[] DEFAULT_PROFILE = {
        "[default]", "aws_access_key_id=AKIDOFPROFILE", "aws_secret_access_key=secret-of-the-profile"
    };

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

    // --- roles

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
