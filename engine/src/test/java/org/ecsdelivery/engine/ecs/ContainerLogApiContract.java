package org.ecsdelivery.engine.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    void givesMoreLinesThanFitIntoOnePage() {
        List<String> lines =
                IntStream.range(0, 12_000).mapToObj(each -> "line " + each).toList();
        write(GROUP, STREAM, lines);
        assertThat(logs().tail(GROUP, STREAM, 11_000)).isEqualTo(lines.subList(1_000, 12_000));
    }
}
