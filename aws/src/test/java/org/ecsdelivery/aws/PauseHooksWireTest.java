package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.ecsdelivery.aws.call.RecordingAws;
import org.ecsdelivery.engine.ecs.EcsApi.PauseAnswer;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operation that the SDK does not know, as it goes over the wire. */
class PauseHooksWireTest {
    private static final String ARN = "arn:aws:ecs:eu-central-1:123456789012:service-deployment/prod/web/1";
    private static final String WAITS = "{\"serviceDeployments\":[{\"serviceDeploymentArn\":\"" + ARN
            + "\",\"lifecycleHookDetails\":["
            + "{\"hookId\":\"done\",\"targetType\":\"PAUSE\",\"status\":\"SUCCEEDED\"},"
            + "{\"hookId\":\"function\",\"targetType\":\"AWS_LAMBDA\",\"status\":\"AWAITING_ACTION\"},"
            + "{\"hookId\":\"ecs-pause-\\\"7\",\"targetType\":\"PAUSE\",\"status\":\"AWAITING_ACTION\"}]}]}";

    private final RecordingAws aws = RecordingAws.answering(request -> RecordingAws.Reply.json(
            request.operation().equals("ContinueServiceDeployment")
                    ? "{\"serviceDeploymentArn\":\"" + ARN + "\"}"
                    : WAITS));

    @AfterEach
    void close() {
        aws.close();
    }

    private int answered(PauseAnswer answer) {
        try (AwsClients clients = QuickAwsClients.of(aws.endpoint(), "eu-central-1", new VirtualTime())) {
            int count = clients.ecs().answerPauses(ARN, answer);
            assertThat(clients.requests())
                    .containsEntry("ecs:DescribeServiceDeployments", 1L)
                    .containsEntry("ecs:ContinueServiceDeployment", 1L);
            return count;
        }
    }

    @Test
    void namesTheHookThatWaitsAndNoOther() throws Exception {
        assertThat(answered(PauseAnswer.ROLL_BACK)).isEqualTo(1);

        RecordingAws.Seen sent = aws.requests().get(1);
        assertThat(sent.header("X-Amz-Target"))
                .contains("AmazonEC2ContainerServiceV20141113.ContinueServiceDeployment");
        assertThat(new ObjectMapper().readValue(sent.body(), Map.class))
                .isEqualTo(Map.of("serviceDeploymentArn", ARN, "hookId", "ecs-pause-\"7", "action", "ROLLBACK"));
        assertThat(sent.header("Authorization").orElse("")).contains("x-amz-target");
    }
}
