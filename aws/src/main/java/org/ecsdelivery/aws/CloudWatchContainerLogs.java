package org.ecsdelivery.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.aws.call.AwsCalls;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.engine.ecs.ContainerLogApi;
import org.ecsdelivery.engine.ecs.LogPage;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** CloudWatch Logs, read from the end or from the beginning. */
final class CloudWatchContainerLogs implements ContainerLogApi {
    /** The most that one page holds (CloudWatch Logs API reference, GetLogEvents). */
    private static final int PAGE = 10_000;

    /** Pages can be empty although older lines exist; a stream without any would else be walked back for long. */
    private static final int MOST_PAGES = 5;

    private final CloudWatchLogsClient client;
    private final AwsCalls calls;

    CloudWatchContainerLogs(CloudWatchLogsClient client, AwsCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    @Override
    public List<String> tail(String group, String stream, int lines) {
        return calls.of(new AwsOperation("logs:GetLogEvents", "log stream " + stream + " of " + group), () -> {
            try {
                return newest(group, stream, lines);
            } catch (ResourceNotFoundException expected) {
                // a container that never started has written nothing
                return List.of();
            }
        });
    }

    @Override
    public boolean hasGroup(String group) {
        // names come in their order (CloudWatch Logs API reference), so the group itself is the first of those that
        // begin with it
        return calls.of(
                new AwsOperation("logs:DescribeLogGroups", "log group " + group),
                () -> client.describeLogGroups(request -> request.logGroupNamePrefix(group)).logGroups().stream()
                        .anyMatch(each -> group.equals(each.logGroupName())));
    }

    @Override
    public LogPage read(String group, String stream, Optional<String> from) {
        return calls.of(new AwsOperation("logs:GetLogEvents", "log stream " + stream + " of " + group), () -> {
            try {
                GetLogEventsResponse answer = client.getLogEvents(request -> request.logGroupName(group)
                        .logStreamName(stream)
                        .startFromHead(true)
                        .nextToken(from.orElse(null)));
                return new LogPage(
                        answer.events().stream()
                                .map(CloudWatchContainerLogs::line)
                                .toList(),
                        Optional.ofNullable(answer.nextForwardToken()));
            } catch (ResourceNotFoundException expected) {
                // a container that has not started yet has written nothing
                return new LogPage(List.of(), Optional.empty());
            }
        });
    }

    private static LogPage.Line line(OutputLogEvent event) {
        Instant at = Instant.ofEpochMilli(Optional.ofNullable(event.timestamp()).orElse(0L));
        return new LogPage.Line(at, Optional.ofNullable(event.message()).orElse(""));
    }

    private List<String> newest(String group, String stream, int lines) {
        List<String> newestFirst = new ArrayList<>();
        Optional<String> token = Optional.empty();
        for (int page = 0; page < MOST_PAGES && newestFirst.size() < lines; page++) {
            GetLogEventsResponse answer =
                    client.getLogEvents(request(group, stream, lines - newestFirst.size(), token));
            newestFirst.addAll(reversed(answer.events()));
            Optional<String> next = Optional.ofNullable(answer.nextBackwardToken());
            if (next.isEmpty() || next.equals(token)) {
                break;
            }
            token = next;
        }
        Collections.reverse(newestFirst);
        return List.copyOf(newestFirst);
    }

    private static GetLogEventsRequest request(String group, String stream, int lines, Optional<String> token) {
        return GetLogEventsRequest.builder()
                .logGroupName(group)
                .logStreamName(stream)
                .startFromHead(false)
                .limit(Math.min(lines, PAGE))
                .nextToken(token.orElse(null))
                .build();
    }

    private static List<String> reversed(List<OutputLogEvent> events) {
        List<String> lines =
                new ArrayList<>(events.stream().map(OutputLogEvent::message).toList());
        Collections.reverse(lines);
        return lines;
    }
}
