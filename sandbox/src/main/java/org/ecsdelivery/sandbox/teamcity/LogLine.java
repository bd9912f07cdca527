package org.ecsdelivery.sandbox.teamcity;

import java.time.Instant;
import jetbrains.buildServer.messages.Status;

/**
 * One line of a build log, passwords masked.
 *
 * @param depth how many blocks are open around it
 */
public record LogLine(Instant time, int depth, Kind kind, Status status, String text) {

    /** What a line does to the blocks, or that it is the progress shown beside the running build. */
    public enum Kind {
        MESSAGE,
        BLOCK_OPENED,
        BLOCK_CLOSED,
        PROGRESS
    }
}
