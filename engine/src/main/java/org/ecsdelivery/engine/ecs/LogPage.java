package org.ecsdelivery.engine.ecs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The next lines of a log stream, oldest first.
 *
 * @param lines the lines
 * @param next from where to read on
 */
public record LogPage(List<Line> lines, Optional<String> next) {
    /** Copies the list. */
    public LogPage {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param at when it was written
     * @param text what was written
     */
    public record Line(Instant at, String text) {}
}
