package org.ecsdelivery.sandbox.aws.logs;

import java.time.Instant;

/**
 * One line of a log.
 *
 * @param stream the stream it is in
 * @param number its place in the order of arrival, unique in the store
 * @param at the time its writer gave
 * @param ingestedAt when it arrived
 * @param message the text
 */
record LogEvent(String stream, long number, Instant at, Instant ingestedAt, String message) {

    /** Gives the id in the form AWS has: 56 digits. */
    String id() {
        return "%028d%028d".formatted(at.toEpochMilli(), number);
    }
}
