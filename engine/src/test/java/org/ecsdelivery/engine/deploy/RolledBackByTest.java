package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ecsdelivery.engine.deploy.RolledBackBy.Kind;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState.Breaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ECS's record, in its own words, says about who turned a deployment back. */
class RolledBackByTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            CIRCUIT_BREAKER | Service deployment rolled back because the circuit breaker threshold was exceeded.
            CIRCUIT_BREAKER | ECS deployment circuit breaker: tasks failed to start.
            ALARM           | Service deployment rolled back because alarms were detected.
            LIFECYCLE_HOOK  | Service deployment rolled back because PRE_SCALE_UP lifecycle hook(s) failed.
            LIFECYCLE_HOOK  | Service deployment rolled back because POST_SCALE_UP lifecycle hook(s) failed by a user function.
            USER            | Service deployment rolled back on request.
            USER            | Service deployment rolled back because of a user request.
            UNKNOWN         | Service deployment rolled back because of invalid networking configuration.
            UNKNOWN         | ECS gives no reason
            """)
    void isReadFromTheWordsOfEcs(Kind expected, String words) {
        assertThat(RolledBackBy.from(Optional.of(record("ROLLBACK_SUCCESSFUL", words, false)), "")
                        .kind())
                .isEqualTo(expected);
        assertThat(RolledBackBy.from(Optional.empty(), words).kind()).isEqualTo(expected);
    }

    @Test
    void isTheBreakerThatWentOffWhateverTheWords() {
        assertThat(RolledBackBy.from(Optional.of(record("ROLLBACK_IN_PROGRESS", "", true)), "")
                        .kind())
                .isEqualTo(Kind.CIRCUIT_BREAKER);
    }

    @Test
    void isTheAlarmThatWentOffByName() {
        ServiceDeploymentState record = record("ROLLBACK_SUCCESSFUL", "", false, "too-many-5xx");

        assertThat(RolledBackBy.from(Optional.of(record), ""))
                .isEqualTo(new RolledBackBy(Kind.ALARM, List.of("too-many-5xx")));
    }

    @Test
    void isAUserAsLongAsTheRequestIsAllThereIs() {
        assertThat(RolledBackBy.from(Optional.of(record("ROLLBACK_REQUESTED", "", false)), "")
                        .kind())
                .isEqualTo(Kind.USER);
    }

    @Test
    void trustsTheRecordMoreThanTheDeploymentWhoseWordsSpeakOfTheBreakerWhateverTheCause() {
        String ofTheDeployment = "ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1.";
        ServiceDeploymentState record = record("ROLLBACK_SUCCESSFUL", "Rolled back on request.", false);

        assertThat(RolledBackBy.from(Optional.of(record), ofTheDeployment).kind())
                .isEqualTo(Kind.USER);
    }

    private static ServiceDeploymentState record(String status, String words, boolean triggered, String... alarms) {
        return new ServiceDeploymentState(
                "arn:record/2",
                status,
                words,
                "web:2",
                Optional.empty(),
                Optional.of(new Breaker(1, 3, triggered)),
                List.of(alarms));
    }
}
