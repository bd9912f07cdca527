package org.ecsdelivery.sandbox.aws.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.RealClients;
import org.ecsdelivery.sandbox.time.VirtualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.InvalidParameterException;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.OrderBy;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

class LogsWireTest {

    private static final String GROUP = "/ecs/shop";

    private final VirtualClock clock = VirtualClock.at("2026-10-01T12:00:00Z");
    private final LocalAws aws = LocalAws.builder().clock(clock).start();
    private final CloudWatchLogsClient logs = RealClients.of(CloudWatchLogsClient.builder(), aws);

    @AfterEach
    void close() {
        logs.close();
        aws.close();
    }

    @Test
    void givesTheLastLinesOfAContainer() {
        write("web/app/1", "starting", "connecting", "connection refused");
        GetLogEventsResponse answer = logs.getLogEvents(request ->
                request.logGroupName(GROUP).logStreamName("web/app/1").limit(2));
        assertThat(answer.events())
                .extracting(OutputLogEvent::message)
                .containsExactly("connecting", "connection refused");
        assertThat(answer.events().get(0).timestamp()).isEqualTo(clock.instant().toEpochMilli());
    }

    @Test
    void readsFromTheHeadUntilTheTokenRepeats() {
        write("web/app/1", "one", "two", "three");
        List<String> read = logs
                .getLogEventsPaginator(request -> request.logGroupName(GROUP)
                        .logStreamName("web/app/1")
                        .startFromHead(true)
                        .limit(2))
                .events()
                .stream()
                .map(OutputLogEvent::message)
                .toList();
        assertThat(read).containsExactly("one", "two", "three");
    }

    @Test
    void followsAStreamThatGrows() {
        write("web/app/1", "one");
        String forward = fromHead(null).nextForwardToken();
        assertThat(fromHead(forward).nextForwardToken()).isEqualTo(forward);
        write("web/app/1", "two");
        assertThat(fromHead(forward).events())
                .extracting(OutputLogEvent::message)
                .containsExactly("two");
    }

    @Test
    void givesOnlyTheTimeAskedFor() {
        write("web/app/1", "early");
        clock.advance(Duration.ofMinutes(1));
        write("web/app/1", "late");
        GetLogEventsResponse answer = logs.getLogEvents(request -> request.logGroupName(GROUP)
                .logStreamName("web/app/1")
                .startTime(clock.instant().toEpochMilli()));
        assertThat(answer.events()).extracting(OutputLogEvent::message).containsExactly("late");
    }

    @Test
    void searchesAllStreamsOfAGroup() {
        write("web/app/1", "GET / 200", "ERROR no database");
        write("web/app/2", "ERROR no disk", "GET /health 200");
        assertThat(filter("ERROR")).containsExactly("ERROR no database", "ERROR no disk");
        assertThat(filter("ERROR -disk")).containsExactly("ERROR no database");
        assertThat(filter("?disk ?health")).containsExactly("ERROR no disk", "GET /health 200");
        assertThat(filter("\"no disk\"")).containsExactly("ERROR no disk");
    }

    @Test
    void saysWhichPatternsItCannotRead() {
        write("web/app/1", "line");
        assertThatThrownBy(() -> filter("{ $.level = \"error\" }"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("terms only");
    }

    @Test
    void takesLinesOverTheWire() {
        logs.createLogGroup(request -> request.logGroupName(GROUP));
        logs.createLogStream(request -> request.logGroupName(GROUP).logStreamName("job"));
        logs.putLogEvents(request -> request.logGroupName(GROUP)
                .logStreamName("job")
                .logEvents(InputLogEvent.builder()
                        .timestamp(1L)
                        .message("migrated")
                        .build()));
        assertThat(filter("")).containsExactly("migrated");
    }

    @Test
    void refusesLinesThatGoBackInTime() {
        logs.createLogGroup(request -> request.logGroupName(GROUP));
        logs.createLogStream(request -> request.logGroupName(GROUP).logStreamName("job"));
        assertThatThrownBy(() -> logs.putLogEvents(request -> request.logGroupName(GROUP)
                        .logStreamName("job")
                        .logEvents(
                                InputLogEvent.builder()
                                        .timestamp(2L)
                                        .message("b")
                                        .build(),
                                InputLogEvent.builder()
                                        .timestamp(1L)
                                        .message("a")
                                        .build())))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("chronological order");
    }

    @Test
    void saysThatAGroupDoesNotExist() {
        assertThatThrownBy(() -> fromHead(null))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("The specified log group does not exist.");
    }

    @Test
    void saysThatAStreamDoesNotExist() {
        logs.createLogGroup(request -> request.logGroupName(GROUP));
        assertThatThrownBy(() -> fromHead(null))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("The specified log stream does not exist.");
    }

    @Test
    void doesNotCreateAGroupTwice() {
        logs.createLogGroup(request -> request.logGroupName(GROUP));
        assertThat(aws.logs().hasGroup(GROUP)).isTrue();
        assertThatThrownBy(() -> logs.createLogGroup(request -> request.logGroupName(GROUP)))
                .isInstanceOf(ResourceAlreadyExistsException.class)
                .hasMessageContaining("The specified log group already exists");
    }

    @Test
    void describesStreamsWithTheLatestFirst() {
        write("web/app/1", "early");
        clock.advance(Duration.ofMinutes(1));
        write("web/app/2", "late");
        List<LogStream> streams = logs.describeLogStreams(request -> request.logGroupName(GROUP)
                        .orderBy(OrderBy.LAST_EVENT_TIME)
                        .descending(true))
                .logStreams();
        assertThat(streams).extracting(LogStream::logStreamName).containsExactly("web/app/2", "web/app/1");
        assertThat(streams.get(0).lastEventTimestamp())
                .isEqualTo(clock.instant().toEpochMilli());
    }

    @Test
    void describesGroupsByPrefix() {
        write("web/app/1", "line");
        logs.createLogGroup(request -> request.logGroupName("/other"));
        assertThat(logs.describeLogGroups(request -> request.logGroupNamePrefix("/ecs/"))
                        .logGroups())
                .singleElement()
                .satisfies(group -> assertThat(group.arn())
                        .isEqualTo("arn:aws:logs:eu-central-1:123456789012:log-group:/ecs/shop:*"));
    }

    private void write(String stream, String... lines) {
        aws.logs().append(GROUP, stream, clock.instant(), List.of(lines));
    }

    private GetLogEventsResponse fromHead(String token) {
        return logs.getLogEvents(request -> request.logGroupName(GROUP)
                .logStreamName("web/app/1")
                .startFromHead(true)
                .nextToken(token));
    }

    private List<String> filter(String pattern) {
        return logs.filterLogEvents(request -> request.logGroupName(GROUP).filterPattern(pattern)).events().stream()
                .map(FilteredLogEvent::message)
                .toList();
    }
}
