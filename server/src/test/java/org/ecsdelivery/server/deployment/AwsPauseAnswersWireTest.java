package org.ecsdelivery.server.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ecsdelivery.aws.call.AwsSession;
import org.ecsdelivery.aws.call.BuildEnvironment;
import org.ecsdelivery.aws.call.CallLimits;
import org.ecsdelivery.aws.call.RawObject;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire when somebody answers a pause hook on the tab. */
class AwsPauseAnswersWireTest {
    private static final String ARN = "arn:aws:ecs:eu-central-1:123456789012:service-deployment/prod/web/1";
    private static final String WAITS = "{\"serviceDeployments\":[{\"serviceDeploymentArn\":\"" + ARN
            + "\",\"lifecycleHookDetails\":["
            + "{\"hookId\":\"done\",\"targetType\":\"PAUSE\",\"status\":\"SUCCEEDED\"},"
            + "{\"hookId\":\"function\",\"targetType\":\"AWS_LAMBDA\",\"status\":\"AWAITING_ACTION\"},"
            + "{\"hookId\":\"pause-7\",\"targetType\":\"PAUSE\",\"status\":\"AWAITING_ACTION\"}]}]}";

    private final List<String> answers = new CopyOnWriteArrayList<>();
    private HttpServer ecs;

    @BeforeEach
    void aDeploymentThatWaitsAtOneOfItsHooks() throws IOException {
        ecs = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ecs.createContext("/", this::answer);
        ecs.start();
    }

    @AfterEach
    void stop() {
        ecs.stop(0);
    }

    @Test
    void namesTheHookThatWaitsAndNoOther() {
        try (EcsRecords records = new AwsEcsRecords(session())) {
            assertThat(records.answer(ARN, EcsRecords.PauseAnswer.ROLL_BACK)).isEqualTo(1);
            assertThat(records.answer(ARN, EcsRecords.PauseAnswer.CONTINUE)).isEqualTo(1);
        }

        assertThat(answers).containsExactly(ARN + " pause-7 ROLLBACK", ARN + " pause-7 CONTINUE");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (exchange.getRequestHeaders().getFirst("X-Amz-Target").endsWith(".ContinueServiceDeployment")) {
            RawObject said = RawObject.parse(body);
            answers.add(said.text("serviceDeploymentArn") + " " + said.text("hookId") + " " + said.text("action"));
        }
        byte[] reply = WAITS.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, reply.length);
        exchange.getResponseBody().write(reply);
        exchange.close();
    }

    private AwsSession session() {
        return AwsSession.open(
                new AwsAccess(
                        Optional.of(new AwsRegion("eu-central-1")),
                        Optional.of(URI.create(
                                "http://127.0.0.1:" + ecs.getAddress().getPort())),
                        Optional.empty(),
                        Optional.of(
                                new AwsAccess.Keys("AKIDOFSTEP", Secret.of("secret-of-the-step"), Optional.empty())),
                        Optional.empty()),
                BuildEnvironment.NONE,
                InstantSource.system(),
                CallLimits.usual().inBrief());
    }
}
