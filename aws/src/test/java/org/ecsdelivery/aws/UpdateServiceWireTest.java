package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.settings.AlarmChanges;
import org.ecsdelivery.common.settings.CapacityShare;
import org.ecsdelivery.common.settings.CircuitBreaker;
import org.ecsdelivery.common.settings.OnAlarm;
import org.ecsdelivery.common.settings.PropagateTags;
import org.ecsdelivery.common.settings.ServiceChanges;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.ecs.EcsApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of a service stays when the step changes something else of it: also what the SDK does not know. */
class UpdateServiceWireTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ClusterName CLUSTER = new ClusterName("prod");
    private static final ServiceName SERVICE = new ServiceName("web");

    private final ClientsOfLocalAws sandbox = new ClientsOfLocalAws();
    private final EcsApi ecs = sandbox.clients.ecs();

    @BeforeEach
    void aServiceOfTheFuture() throws Exception {
        sandbox.aws
                .ecs()
                .service(CLUSTER.value(), SERVICE.value())
                .running(1)
                .circuitBreaker(true)
                .create();
        call(
                "UpdateService",
                JSON.createObjectNode().put("service", "web").set("deploymentConfiguration", JSON.readTree("""
                {"minimumHealthyPercent": 100, "maximumPercent": 200, "strategy": "ROLLING",
                 "earlySuccess": {"afterMinutes": 1.50, "names": ["\u00e9"]},
                 "deploymentCircuitBreaker": {"enable": true, "rollback": true, "futureThreshold": {"count": 7}},
                 "alarms": {"alarmNames": ["errors"], "enable": true, "rollback": true, "futureDelay": 3}}""")));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    /** Calls ECS by a client that is not the SDK. */
    private JsonNode call(String operation, JsonNode body) throws Exception {
        ObjectNode asked = body.deepCopy();
        HttpRequest request = HttpRequest.newBuilder(sandbox.aws.endpoint())
                .header("X-Amz-Target", "AmazonEC2ContainerServiceV20141113." + operation)
                .header("Content-Type", "application/x-amz-json-1.1")
                .POST(HttpRequest.BodyPublishers.ofString(
                        asked.put("cluster", "prod").toString()))
                .build();
        return JSON.readTree(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private JsonNode configuration() throws Exception {
        ObjectNode which = JSON.createObjectNode();
        which.putArray("services").add("web");
        return call("DescribeServices", which).at("/services/0/deploymentConfiguration");
    }

    private void update(ServiceChanges changes) {
        ecs.update(CLUSTER, SERVICE, ecs.service(CLUSTER, SERVICE).taskDefinition(), changes);
    }

    @Test
    void aLimitLeavesAllElseOfTheDeploymentConfigurationAsItWas() throws Exception {
        ObjectNode expected = configuration().deepCopy();
        update(new ServiceChanges(
                Optional.empty(), Optional.empty(), Optional.of(50), Optional.empty(), Optional.empty()));
        assertThat(configuration()).isEqualTo(expected.put("minimumHealthyPercent", 50));
    }

    @Test
    void theCircuitBreakerKeepsWhatElseIsSetOfIt() throws Exception {
        ObjectNode expected = configuration().deepCopy();
        update(new ServiceChanges(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(CircuitBreaker.FAIL)));
        expected.withObject("deploymentCircuitBreaker").put("rollback", false);
        assertThat(configuration()).isEqualTo(expected);
    }

    @Test
    void alarmsKeepWhatElseIsSetOfThem() throws Exception {
        ObjectNode expected = configuration().deepCopy();
        update(ServiceChanges.NONE.watching(new AlarmChanges(List.of("latency \"p99\""), Optional.of(OnAlarm.FAIL))));
        expected.withObject("alarms")
                .put("rollback", false)
                .putArray("alarmNames")
                .add("latency \"p99\"");
        assertThat(configuration()).isEqualTo(expected);
    }

    @Test
    void otherChangesSayNothingOfTheDeploymentConfiguration() throws Exception {
        JsonNode before = configuration();
        update(ServiceChanges.NONE
                .propagating(PropagateTags.SERVICE)
                .on(List.of(new CapacityShare("FARGATE_SPOT", 1, 0))));
        assertThat(configuration()).isEqualTo(before);
    }
}
