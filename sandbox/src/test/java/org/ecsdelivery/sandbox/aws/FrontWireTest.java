package org.ecsdelivery.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.ecsdelivery.sandbox.aws.front.Answer;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.AwsService;
import org.ecsdelivery.sandbox.aws.front.CallLog;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.ecsdelivery.sandbox.aws.front.Json;
import org.ecsdelivery.sandbox.aws.front.Protocol;
import org.ecsdelivery.sandbox.aws.front.Xml;
import org.ecsdelivery.sandbox.time.VirtualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrontWireTest {
    private final VirtualClock clock = VirtualClock.at("2026-10-01T12:00:00Z");
    private final LocalAws aws = LocalAws.builder()
            .clock(clock)
            .service(account -> new EchoingJson())
            .service(account -> new EchoingQuery())
            .path("/plain/", account -> exchange -> {
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            })
            .start();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void routesJsonCallsByTheirTarget() throws Exception {
        assertThat(json("Echo", "{\"word\":\"hello\"}").body()).isEqualTo("{\"said\":\"hello\"}");
    }

    @Test
    void routesQueryCallsByTheirVersion() throws Exception {
        assertThat(query("Action=Echo&Version=2001-01-01&Word=a%26b").body())
                .contains("<EchoResult><Said>a&amp;b</Said></EchoResult>")
                .contains("<RequestId>");
    }

    @Test
    void handsRegisteredPathsToTheirHandler() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(aws.endpoint().resolve("/plain/")).GET().build();
        assertThat(send(request).statusCode()).isEqualTo(204);
    }

    @Test
    void wordsErrorsOfJsonServicesWithTypeAndMessage() throws Exception {
        HttpResponse<String> answer = json("Refuse", "{}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo("{\"__type\":\"NoSuchThingException\",\"message\":\"There is no such thing.\"}");
        assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
    }

    @Test
    void wordsErrorsOfQueryServicesAsErrorResponse() throws Exception {
        assertThat(query("Action=Refuse&Version=2001-01-01").body())
                .contains("<Error><Type>Sender</Type><Code>NoSuchThing</Code>");
    }

    @Test
    void namesUserActionAndResourceWhenAPermissionIsMissing() throws Exception {
        aws.faults().next("echo", "Echo", Fault.denied("arn:aws:echo:eu-central-1:123456789012:thing/one"));
        assertThat(json("Echo", "{}").body())
                .contains("AccessDeniedException")
                .contains("User: arn:aws:iam::123456789012:user/deployer is not authorized to perform: echo:Echo"
                        + " on resource: arn:aws:echo:eu-central-1:123456789012:thing/one");
    }

    @Test
    void throttlesAsManyTimesAsScripted() throws Exception {
        aws.faults().next("echo", "Echo", 2, Fault.throttled());
        assertThat(json("Echo", "{}").body()).contains("ThrottlingException").contains("Rate exceeded");
        assertThat(json("Echo", "{}").statusCode()).isEqualTo(400);
        assertThat(json("Echo", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void cutsTheConnectionWhenScripted() {
        aws.faults().always("echo", "Echo", Fault.dropped());
        assertThatThrownBy(() -> json("Echo", "{}")).isInstanceOf(IOException.class);
    }

    @Test
    void breaksOffABodyWhenScripted() throws Exception {
        aws.faults().next("echo", "*", Fault.malformed());
        assertThat(json("Echo", "{\"word\":\"hello\"}").body()).isEqualTo("{\"said\":");
    }

    @Test
    void letsAHangingCallGoOnOnceReleased() throws Exception {
        Fault.Hanging hanging = Fault.hanging();
        aws.faults().next("echo", "Echo", hanging);
        var answer = HttpClient.newHttpClient()
                .sendAsync(request("Echo", "{\"word\":\"late\"}"), HttpResponse.BodyHandlers.ofString());
        assertThat(answer).isNotDone();
        hanging.release();
        assertThat(answer.get().body()).contains("late");
    }

    @Test
    void remembersEveryCallWithItsInstant() throws Exception {
        json("Echo", "{}");
        assertThat(aws.calls().all())
                .containsExactly(new CallLog.Entry("echo", "Echo", Instant.parse("2026-10-01T12:00:00Z")));
    }

    private HttpResponse<String> json(String operation, String body) throws IOException, InterruptedException {
        return send(request(operation, body));
    }

    private HttpRequest request(String operation, String body) {
        return HttpRequest.newBuilder(aws.endpoint())
                .header("X-Amz-Target", "Echo_V1." + operation)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private HttpResponse<String> query(String form) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(aws.endpoint())
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static final class EchoingJson implements AwsService {
        @Override
        public String name() {
            return "echo";
        }

        @Override
        public String wireName() {
            return "Echo_V1";
        }

        @Override
        public Answer answer(AwsCall call) {
            if (call.operation().equals("Refuse")) {
                throw AwsError.client("NoSuchThingException", "There is no such thing.");
            }
            return Answer.json(Json.object().put("said", call.text("word").orElse("nothing")));
        }
    }

    private static final class EchoingQuery implements AwsService {
        @Override
        public String name() {
            return "echoes";
        }

        @Override
        public String wireName() {
            return "2001-01-01";
        }

        @Override
        public Protocol protocol() {
            return Protocol.QUERY;
        }

        @Override
        public Answer answer(AwsCall call) {
            if (call.operation().equals("Refuse")) {
                throw AwsError.client("NoSuchThing", "There is no such thing.");
            }
            return Answer.query(call, "urn:echo", Xml.text("Said", call.requiredParam("Word")));
        }
    }
}
