package org.ecsdelivery.engine.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the engine relies on in every {@link ContainerLogApi}, the one in memory and the one over the wire. */
public abstract class ContainerLogApiContract {
    private static final String GROUP = "/ecs/web";
    private static final String STREAM = "ecs/app/0123456789abcdef";

    /** Returns the adapter under test. */
    protected abstract ContainerLogApi logs();

    /** Writes lines to a stream, as a container does. */
    protected abstract void write(String group, String stream, List<String> lines);

    /** Returns the time at which lines are written. */
    protected abstract Instant now();

    @Test
    void givesTheNewestLinesOldestFirst() {
        write(GROUP, STREAM, List.of("one", "two", "three", "four"));
        assertThat(logs().tail(GROUP, STREAM, 2)).containsExactly("three", "four");
    }

    @Test
    void givesAllLinesWhenThereAreFewer() {
        write(GROUP, STREAM, List.of("one", "two"));
        assertThat(logs().tail(GROUP, STREAM, 20)).containsExactly("one", "two");
    }

    @Test
    void givesTheLinesOfTheNamedStreamOnly() {
        write(GROUP, STREAM, List.of("mine"));
        write(GROUP, STREAM + "0", List.of("of another task"));
        assertThat(logs().tail(GROUP, STREAM, 20)).containsExactly("mine");
    }

    @Test
    void givesNothingForAStreamThatWasNeverWritten() {
        write(GROUP, STREAM, List.of("one"));
        assertThat(logs().tail(GROUP, "ecs/app/never", 20)).isEmpty();
    }

    @Test
    void givesNothingForAGroupThatDoesNotExist() {
        assertThat(logs().tail("/ecs/never", STREAM, 20)).isEmpty();
    }

    @Test
    void readsOnFromWhereItWas() {
        write(GROUP, STREAM, List.of("one", "two"));
        LogPage first = logs().read(GROUP, STREAM, Optional.empty());
        write(GROUP, STREAM, List.of("three"));
        LogPage second = logs().read(GROUP, STREAM, first.next());
        assertThat(first.lines()).extracting(LogPage.Line::text).containsExactly("one", "two");
        assertThat(second.lines()).extracting(LogPage.Line::text).containsExactly("three");
    }

    @Test
    void readsNothingTwice() {
        write(GROUP, STREAM, List.of("one"));
        LogPage first = logs().read(GROUP, STREAM, Optional.empty());
        LogPage second = logs().read(GROUP, STREAM, first.next());
        assertThat(second.lines()).isEmpty();
        assertThat(logs().read(GROUP, STREAM, second.next()).lines()).isEmpty();
    }

    @Test
    void readsAStreamFromItsBeginningOnceThereIsOne() {
        LogPage before = logs().read(GROUP, STREAM, Optional.empty());
        write(GROUP, STREAM, List.of("one"));
        assertThat(before.lines()).isEmpty();
        assertThat(logs().read(GROUP, STREAM, before.next()).lines())
                .extracting(LogPage.Line::text)
                .containsExactly("one");
    }

    @Test
    void tellsWhenALineWasWritten() {
        write(GROUP, STREAM, List.of("one"));
        assertThat(logs().read(GROUP, STREAM, Optional.empty()).lines())
                .extracting(LogPage.Line::at)
                .containsExactly(now());
    }

    @Test
    void givesMoreLinesThanFitIntoOnePage() {
        List<String> lines =
                IntStream.range(0, 12_000).mapToObj(each -> "line " + each).toList();
        write(GROUP, STREAM, lines);
        assertThat(logs().tail(GROUP, STREAM, 11_000)).isEqualTo(lines.subList(1_000, 12_000));
    }

    @Test
    void tellsWhetherThereIsAGroup() {
        write(GROUP + "-of-another", STREAM, List.of("one"));
        assertThat(logs().hasGroup(GROUP)).isFalse();
        write(GROUP, STREAM, List.of("one"));
        assertThat(logs().hasGroup(GROUP)).isTrue();
    }
}
