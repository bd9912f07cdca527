package org.ecsdelivery.sandbox.aws.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.Json;
import org.ecsdelivery.sandbox.aws.front.Page;

/** Creates and describes groups and streams. */
final class GroupOperations {

    /** What the service gives when a call names no {@code limit}. */
    private static final int DEFAULT_PAGE = 50;

    private static final Comparator<LogStream> BY_LAST_EVENT =
            Comparator.comparing(stream -> stream.last().map(LogEvent::at).orElse(Instant.EPOCH));

    private final AwsAccount account;
    private final LogStore store;
    private final LogLookup lookup;

    GroupOperations(AwsAccount account, LogStore store, LogLookup lookup) {
        this.account = account;
        this.store = store;
        this.lookup = lookup;
    }

    JsonNode create(AwsCall call) {
        if (!store.create(call.required("logGroupName"))) {
            throw LogLookup.alreadyThere("log group");
        }
        return Json.object();
    }

    JsonNode createStream(AwsCall call) {
        if (!lookup.group(call).create(call.required("logStreamName"), call.at())) {
            throw LogLookup.alreadyThere("log stream");
        }
        return Json.object();
    }

    JsonNode describe(AwsCall call) {
        String prefix = call.text("logGroupNamePrefix").orElse("");
        String part = call.text("logGroupNamePattern").orElse("");
        List<LogGroup> groups = store.groups().stream()
                .filter(group -> group.name().startsWith(prefix) && group.name().contains(part))
                .toList();
        return Page.of(groups, call, pageSize(call)).json("logGroups", this::json);
    }

    JsonNode describeStreams(AwsCall call) {
        LogGroup group = lookup.group(call);
        String prefix = call.text("logStreamNamePrefix").orElse("");
        List<LogStream> streams = group.streams().stream()
                .filter(stream -> stream.name().startsWith(prefix))
                .sorted(order(call))
                .toList();
        return Page.of(streams, call, pageSize(call)).json("logStreams", stream -> json(group, stream));
    }

    private static Comparator<LogStream> order(AwsCall call) {
        Comparator<LogStream> order =
                call.text("orderBy").orElse("LogStreamName").equals("LastEventTime")
                        ? BY_LAST_EVENT
                        : Comparator.comparing(LogStream::name);
        return call.body().path("descending").asBoolean(false) ? order.reversed() : order;
    }

    private static int pageSize(AwsCall call) {
        return call.number("limit").orElse(DEFAULT_PAGE);
    }

    private ObjectNode json(LogGroup group) {
        String arn = arn(group);
        return Json.object()
                .put("logGroupName", group.name())
                .put("creationTime", group.createdAt().toEpochMilli())
                .put("metricFilterCount", 0)
                .put("arn", arn + ":*")
                .put("logGroupArn", arn)
                .put("logGroupClass", "STANDARD")
                .put("storedBytes", 0);
    }

    private ObjectNode json(LogGroup group, LogStream stream) {
        ObjectNode json = Json.object()
                .put("logStreamName", stream.name())
                .put("creationTime", stream.createdAt().toEpochMilli())
                .put("arn", arn(group) + ":log-stream:" + stream.name())
                .put("storedBytes", 0);
        stream.first()
                .ifPresent(event -> json.put("firstEventTimestamp", event.at().toEpochMilli()));
        stream.last()
                .ifPresent(event -> json.put("lastEventTimestamp", event.at().toEpochMilli())
                        .put("lastIngestionTime", event.ingestedAt().toEpochMilli()));
        return json;
    }

    private String arn(LogGroup group) {
        return account.arn("logs", "log-group:" + group.name());
    }
}
