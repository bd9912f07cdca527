package org.ecsdelivery.common.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsParametersTest {
    private static final String SECRET = "hunter2-secret";
    private static final String TOKEN = "hunter2-token";
    private static final Map<String, String> KEYS =
            Map.of("aws.accessKeyId", "AKIDEXAMPLE", "secure:aws.secretAccessKey", SECRET);

    @Test
    void leavesEverythingToTheBuildWhenNothingIsGiven() {
        assertThat(valid(Map.of()))
                .isEqualTo(new AwsAccess(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void readsEverySetting() {
        Map<String, String> given = new HashMap<>(KEYS);
        given.put("aws.region", "eu-central-1");
        given.put("aws.endpoint", "http://127.0.0.1:4566");
        given.put("aws.profile", "ci");
        given.put("secure:aws.sessionToken", TOKEN);
        given.put("aws.roleArn", "arn:aws-us-gov:iam::123456789012:role/path/deploy@x");
        given.put("aws.externalId", "42");

        assertThat(valid(given))
                .isEqualTo(new AwsAccess(
                        Optional.of(new AwsRegion("eu-central-1")),
                        Optional.of(URI.create("http://127.0.0.1:4566")),
                        Optional.of("ci"),
                        Optional.of(
                                new AwsAccess.Keys("AKIDEXAMPLE", Secret.of(SECRET), Optional.of(Secret.of(TOKEN)))),
                        Optional.of(new AwsAccess.Role(
                                "arn:aws-us-gov:iam::123456789012:role/path/deploy@x", Optional.of("42")))));
    }

    @Test
    void asksForTheSecretHalfOfAKeyPair() {
        assertThat(problems(Map.of("aws.accessKeyId", "AKIDEXAMPLE")))
                .containsExactly("Secret access key (secure:aws.secretAccessKey): only one half of the access keys is"
                        + " given. Enter the secret that belongs to the access key ID.");
    }

    @Test
    void asksForThePublicHalfOfAKeyPair() {
        assertThat(problems(Map.of("secure:aws.secretAccessKey", SECRET)))
                .singleElement()
                .asString()
                .startsWith("Access key ID (aws.accessKeyId): only one half of the access keys is given.");
    }

    @Test
    void refusesASessionTokenWithoutKeys() {
        assertThat(problems(Map.of("secure:aws.sessionToken", TOKEN)))
                .singleElement()
                .asString()
                .startsWith("Session token (secure:aws.sessionToken): it is given without access keys.");
    }

    @Test
    void refusesAnExternalIdWithoutARole() {
        assertThat(problems(Map.of("aws.externalId", "42")))
                .singleElement()
                .asString()
                .startsWith("External ID (aws.externalId): it is given without a role to assume.");
    }

    @Test
    void readsTheTagsOfASession() {
        Map<String, String> given = Map.of(
                "aws.roleArn", "arn:aws:iam::123456789012:role/deploy", "aws.sessionTags", "team=shop\nstage=prod");

        assertThat(valid(given).role())
                .hasValueSatisfying(role ->
                        assertThat(role.tags()).containsExactly(Map.entry("team", "shop"), Map.entry("stage", "prod")));
    }

    @Test
    void refusesSessionTagsWithoutARole() {
        assertThat(problems(Map.of("aws.sessionTags", "team=shop")))
                .singleElement()
                .asString()
                .startsWith("Session tags (aws.sessionTags): it is given without a role to assume.");
    }

    @Test
    void refusesMoreTagsThanASessionTakes() {
        String tags = IntStream.range(0, 51).mapToObj(each -> "k" + each + "=v").collect(Collectors.joining("\n"));

        assertThat(problems(Map.of("aws.roleArn", "arn:aws:iam::123456789012:role/deploy", "aws.sessionTags", tags)))
                .singleElement()
                .asString()
                .contains("51 tags are given, and a session takes 50");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "deploy",
                "arn:aws:iam::123456789012:user/deploy",
                "arn:aws:iam::12:role/deploy",
                "arn:aws:iam::123456789012:role/"
            })
    void quotesWhatIsNotTheArnOfARole(String text) {
        assertThat(problems(Map.of("aws.roleArn", text)))
                .singleElement()
                .asString()
                .contains("'" + text + "' is not the ARN of a role");
    }

    @Test
    void judgesAKeyPairAsWholeWhenOneHalfIsAReference() {
        Map<String, String> given =
                Map.of("aws.accessKeyId", "AKIDEXAMPLE", "secure:aws.secretAccessKey", "%aws.secret%");
        ParameterReader reader = new ParameterReader(given, References.UNRESOLVED);
        AwsParameters.read(reader);

        assertThat(reader.finish(() -> "never"))
                .isEqualTo(new Parsed.Deferred<>(List.of("secure:aws.secretAccessKey")));
    }

    @Test
    void movesToAnotherRegionAndKeepsTheRest() {
        AwsAccess access = valid(KEYS);

        assertThat(access.inRegion(new AwsRegion("eu-west-1")).region()).contains(new AwsRegion("eu-west-1"));
        assertThat(access.inRegion(new AwsRegion("eu-west-1")).keys()).isEqualTo(access.keys());
    }

    @Test
    void neverPrintsASecretWithTheSettings() {
        Map<String, String> given = new HashMap<>(KEYS);
        given.put("secure:aws.sessionToken", TOKEN);
        AwsAccess access = valid(given);

        assertThat(List.of(access.toString(), access.keys().toString(), new Parsed.Valid<>(access).toString()))
                .allSatisfy(
                        text -> assertThat(text).contains("AKIDEXAMPLE", "***").doesNotContain("hunter2"));
    }

    @Test
    void neverPrintsASecretWithTheProblems() {
        Map<String, String> given = Map.of(
                "secure:aws.secretAccessKey", SECRET,
                "secure:aws.sessionToken", TOKEN,
                "aws.endpoint", "https://user:hunter2@host",
                "aws.region", "x",
                "image.buildArgs", "hunter2",
                "image.labels", "=hunter2");
        Parsed<ImageSettings> parsed = ImageParameters.parse(given, References.RESOLVED);

        assertThat(parsed.invalidParameters()).hasSize(7);
        assertThat(parsed.toString()).doesNotContain("hunter2");
    }

    private static AwsAccess valid(Map<String, String> given) {
        ParameterReader reader = new ParameterReader(given, References.RESOLVED);
        AwsAccess access = AwsParameters.read(reader);
        assertThat(reader.finish(() -> access).invalidParameters()).isEmpty();
        return access;
    }

    private static List<String> problems(Map<String, String> given) {
        ParameterReader reader = new ParameterReader(given, References.RESOLVED);
        AwsParameters.read(reader);
        return reader.finish(() -> "never").invalidParameters().stream()
                .map(InvalidParameter::sentence)
                .toList();
    }
}
