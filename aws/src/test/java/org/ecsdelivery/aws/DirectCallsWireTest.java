package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.ecsdelivery.aws.call.RecordingAws;
import org.ecsdelivery.aws.call.RecordingAws.Reply;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What calls without a client of the SDK have in common with those that have one. */
class DirectCallsWireTest {
    private static final InstantSource SLOW_CLOCK = InstantSource.fixed(Instant.parse("2020-01-01T00:00:00Z"));

    private Reply reply = Reply.json("{}");
    private final RecordingAws aws = RecordingAws.answering(request -> answer(request));

    @AfterEach
    void close() {
        aws.close();
    }

    private Reply answer(RecordingAws.Seen request) {
        boolean slow = request.header("X-Amz-Date").orElse("").startsWith("2020");
        return slow
                ? new Reply(
                        400,
                        "application/x-amz-json-1.1",
                        "{\"__type\":\"com.amazon.coral.service#InvalidSignatureException\",\"message\":\"Signature expired\"}")
                : reply;
    }

    private AwsClients clients() {
        return AwsClients.open(
                ClientsOfLocalAws.at(aws.endpoint()),
                ClientsOfLocalAws.build(Map.of("AWS_SESSION_TOKEN", "token-of-the-build")),
                SLOW_CLOCK,
                ClientsOfLocalAws.QUICK);
    }

    @Test
    void signsAgainByTheClockOfAwsWhenThatOfTheAgentIsWrong() {
        try (AwsClients clients = clients()) {
            assertThat(clients.parameters().below("/shop")).isEmpty();
            clients.parameters().below("/shop");
        }

        assertThat(aws.requests()).hasSize(3);
    }

    @Test
    void sendsTheTokenOfTheSessionAndSaysWhoWeAre() {
        try (AwsClients clients = clients()) {
            clients.parameters().below("/shop");
        }

        assertThat(aws.last().header("X-Amz-Security-Token")).contains("token-of-the-build");
        assertThat(aws.last().header("User-Agent").orElse("")).startsWith("ecs-delivery/");
    }

    @Test
    void takesThePageOfWhoeverStandsBetweenForNoWordOfAws() {
        reply = new Reply(403, "text/html", "<html><body>Blocked by policy</body></html>");

        try (AwsClients clients = clients()) {
            assertThatThrownBy(() -> clients.parameters().below("/shop"))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("no words, HTTP status 403");
        }
    }

    @Test
    void takesAPageInPlaceOfAnAnswerForNone() {
        reply = new Reply(200, "text/html", "<html><body>Please log in</body></html>");

        try (AwsClients clients = clients()) {
            assertThatThrownBy(() -> clients.parameters().below("/shop")).isInstanceOf(TransientFailure.class);
        }
    }

    @Test
    void endsWhenTheStepIsStopped() {
        try (AwsClients clients = clients()) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> clients.parameters().below("/shop")).isInstanceOf(Cancelled.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
