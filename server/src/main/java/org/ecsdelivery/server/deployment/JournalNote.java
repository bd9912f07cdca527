package org.ecsdelivery.server.deployment;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Something the server did about a deployment.
 *
 * @param at when
 * @param kind what
 * @param text in words, or an ARN
 */
record JournalNote(Instant at, Kind kind, String text) {
    /** What the server did. */
    enum Kind {
        /** It took the deployment over from an agent that has gone. */
        TAKEN_OVER,
        /** It knows ECS's record of the deployment; the text is the ARN. */
        RECORD,
        /** It asked ECS to roll the deployment back. */
        TURNED_BACK,
        /** Somebody answered a pause hook. */
        ANSWERED,
        /** It saw something else. */
        SEEN,
        /** It has nothing more to do. */
        CLOSED
    }

    /** Returns it as a line of a file. */
    String line() {
        return at + "\t" + kind + "\t" + text.replaceAll("[\\t\\r\\n]+", " ");
    }

    /** Reads a line; one that was cut off when the server was is none. */
    static Optional<JournalNote> parse(String line) {
        String[] parts = line.split("\t", 3);
        try {
            return parts.length == 3
                    ? Optional.of(new JournalNote(Instant.parse(parts[0]), Kind.valueOf(parts[1]), parts[2]))
                    : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException cutOff) {
            return Optional.empty();
        }
    }
}
