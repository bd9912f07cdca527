package org.ecsdelivery.common.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionParametersTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final ConnectionAccess GIVEN = new ConnectionAccess(
            "PROJECT_EXT_7",
            60,
            Optional.of(new AwsAccess.Keys("ASIA7", Secret.of("hunter2"), Optional.of(Secret.of("hunter2-token")))),
            Optional.of(new AwsRegion("eu-west-1")),
            Optional.of(NOON),
            Optional.empty());

    private static AwsAccess read(Map<String, String> given) {
        return AwsParameters.readOfStep(new ParameterReader(given, References.RESOLVED));
    }

    private static List<String> problems(Map<String, String> given) {
        ParameterReader reader = new ParameterReader(given, References.RESOLVED);
        AwsParameters.readOfStep(reader);
        return reader.finish(() -> "never").invalidParameters().stream()
                .map(InvalidParameter::sentence)
                .toList();
    }

    @Test
    void readsOnTheAgentWhatTheServerHandsOver() {
        Map<String, String> step = new HashMap<>(GIVEN.handedOver());
        step.put("aws.connection", "PROJECT_EXT_7");

        assertThat(read(step).connection()).contains(GIVEN);
    }

    @Test
    void readsWhyTheServerHandsOverNothing() {
        Map<String, String> step = new HashMap<>(ConnectionParameters.asked(Map.of("aws.connection", "X"))
                .orElseThrow()
                .refused("denied")
                .handedOver());
        step.put("aws.connection", "X");

        assertThat(read(step).connection())
                .hasValueSatisfying(
                        connection -> assertThat(connection.refusal()).contains("denied"));
    }

    @Test
    void takesNoCredentialsThatWereHandedOverForNoConnection() {
        assertThat(read(GIVEN.handedOver())).isEqualTo(AwsAccess.OF_THE_BUILD);
    }

    @Test
    void takesNoCredentialsFromWhoeverOnlyAsks() {
        Map<String, String> step = new HashMap<>(GIVEN.handedOver());
        step.put("aws.connection", "PROJECT_EXT_7");

        assertThat(ConnectionParameters.asked(step))
                .hasValueSatisfying(asked -> assertThat(asked.keys()).isEmpty());
    }

    @Test
    void lastsAnHourWhereNothingIsSaid() {
        assertThat(ConnectionParameters.asked(Map.of("aws.connection", "X")))
                .hasValueSatisfying(asked -> assertThat(asked.minutes()).isEqualTo(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "2161", "an hour"})
    void refusesADurationThatNoSessionHas(String minutes) {
        assertThat(problems(Map.of("aws.connection", "X", "aws.connectionMinutes", minutes)))
                .singleElement()
                .asString()
                .contains("'" + minutes + "'", "from 15 to 2160");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws.accessKeyId", "aws.profile"})
    void refusesASecondSourceOfCredentials(String other) {
        assertThat(problems(Map.of("aws.connection", "X", other, "AKID", "secure:aws.secretAccessKey", "s")))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("(" + other + ")", "it is given beside AWS connection (aws.connection)"));
    }

    @Test
    void belongsToStepsOnly() {
        assertThat(EnvFileParameters.ALL).doesNotContainAnyElementsOf(ConnectionParameters.ALL);
        assertThat(DeployParameters.ALL).containsAll(ConnectionParameters.ALL);
    }

    @Test
    void warnsWhenTheSessionMayEndBeforeTheStep() {
        assertThat(GIVEN.warning(NOON.minus(Duration.ofMinutes(20)), Duration.ofMinutes(30)))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("'PROJECT_EXT_7'", "in 20 min", "may take 30 min", "aws.connectionMinutes"));
    }

    @Test
    void saysNothingWhenTheSessionLastsLonger() {
        assertThat(GIVEN.warning(NOON.minus(Duration.ofMinutes(30)), Duration.ofMinutes(30)))
                .isEmpty();
    }

    @Test
    void neverPrintsASecret() {
        assertThat(GIVEN.toString()).contains("ASIA7", "***").doesNotContain("hunter2");
    }
}
