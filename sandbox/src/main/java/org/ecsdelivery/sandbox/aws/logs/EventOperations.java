package org.ecsdelivery.sandbox.aws.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.Json;
import org.ecsdelivery.sandbox.aws.front.Page;

/** Writes, reads and searches lines. */
final class EventOperations {

    private static final int MOST = 10_000;

    private final LogStore store;
    private final LogLookup lookup;

    EventOperations(LogStore store, LogLookup lookup) {
        this.store = store;
        this.lookup = lookup;
    }

    JsonNode put(AwsCall call) {
        LogStream stream = lookup.stream(call);
        List<LogEvent> events = new ArrayList<>();
        for (JsonNode event : call.body().path("logEvents")) {
            Instant at = Instant.ofEpochMilli(event.path("timestamp").asLong());
            events.add(store.event(stream.name(), at, event.path("message").asText()));
        }
        requireOrder(events);
        stream.add(events);
        return Json.object().put("nextSequenceToken", "0");
    }

    JsonNode get(AwsCall call) {
        TimeWindow window = TimeWindow.of(call);
        List<LogEvent> events =
                lookup.stream(call).events().stream().filter(window::includes).toList();
        EventPage page = EventPage.of(events, call);
        ObjectNode answer =
                Json.object().put("nextForwardToken", page.forward()).put("nextBackwardToken", page.backward());
        return answer.set(
                "events",
                Json.array(page.events().stream().map(EventOperations::line).toList()));
    }

    JsonNode filter(AwsCall call) {
        TimeWindow window = TimeWindow.of(call);
        FilterPattern pattern = FilterPattern.parse(call.text("filterPattern").orElse(""));
        List<LogEvent> events = wantedStreams(call).stream()
                .flatMap(stream -> stream.events().stream())
                .filter(event -> window.includes(event) && pattern.matches(event.message()))
                .sorted(Comparator.comparing(LogEvent::at).thenComparing(LogEvent::number))
                .toList();
        int limit = Math.min(MOST, call.number("limit").orElse(MOST));
        return Page.of(events, call, limit)
                .json("events", EventOperations::found)
                .set("searchedLogStreams", Json.array());
    }

    private List<LogStream> wantedStreams(AwsCall call) {
        List<String> names = call.texts("logStreamNames");
        String prefix = call.text("logStreamNamePrefix").orElse("");
        return lookup.group(call).streams().stream()
                .filter(stream -> names.isEmpty() || names.contains(stream.name()))
                .filter(stream -> stream.name().startsWith(prefix))
                .toList();
    }

    private static ObjectNode line(LogEvent event) {
        return Json.object()
                .put("timestamp", event.at().toEpochMilli())
                .put("ingestionTime", event.ingestedAt().toEpochMilli())
                .put("message", event.message());
    }

    private static ObjectNode found(LogEvent event) {
        return line(event).put("logStreamName", event.stream()).put("eventId", event.id());
    }

    private static void requireOrder(List<LogEvent> events) {
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i).at().isBefore(events.get(i - 1).at())) {
                throw AwsError.client(
                        "InvalidParameterException",
                        "Log events in a single PutLogEvents request must be in chronological order.");
            }
        }
    }
}
