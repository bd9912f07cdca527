package org.ecsdelivery.sandbox.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ecsdelivery.sandbox.aws.LocalAws;

/**
 * The peer: waits as the usual waiter {@code services-stable} does, asking every 15 s until one deployment is left and as many
 * tasks run as desired (AWS CLI command reference, {@code ecs wait services-stable}).
 */
final class StablePoller {
    private static final Duration BEAT = Duration.ofSeconds(15);

    private final LocalAws aws;
    private final String body;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    private StablePoller(LocalAws aws, String cluster, String service) {
        this.aws = aws;
        this.body = "{\"cluster\":\"" + cluster + "\",\"services\":[\"" + service + "\"]}";
    }

    /**
     * A finished wait.
     *
     * @param end when the poller found the service stable
     * @param calls when it asked
     */
    record Wait(Instant end, List<Instant> calls) {}

    /** Waits in the background; the first look comes when the deployment has begun. */
    static CompletableFuture<Wait> start(LocalAws aws, String cluster, String service) {
        StablePoller poller = new StablePoller(aws, cluster, service);
        return CompletableFuture.supplyAsync(poller::untilStable);
    }

    private Wait untilStable() {
        List<Instant> calls = new ArrayList<>();
        while (aws.calls().count("ecs", "UpdateService") == 0) {
            pause(Duration.ofMillis(50));
        }
        while (true) {
            calls.add(Instant.now());
            JsonNode service = ask().path("services").path(0);
            if (service.path("deployments").size() == 1
                    && service.path("runningCount").asInt()
                            == service.path("desiredCount").asInt()) {
                return new Wait(Instant.now(), List.copyOf(calls));
            }
            pause(BEAT);
        }
    }

    private JsonNode ask() {
        HttpRequest request = HttpRequest.newBuilder(aws.endpoint())
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "AmazonEC2ContainerServiceV20141113.DescribeServices")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return json.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The poller was interrupted", stopped);
        }
    }

    private static void pause(Duration duration) {
        try {
            TimeUnit.MILLISECONDS.sleep(duration.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The poller was interrupted", stopped);
        }
    }
}
