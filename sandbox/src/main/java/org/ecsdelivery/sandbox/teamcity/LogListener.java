package org.ecsdelivery.sandbox.teamcity;

/** Hears each line of a build log as it is written, on the thread that writes it. */
@FunctionalInterface
public interface LogListener {

    /** Takes the next line. */
    void line(LogLine line);

    /** Returns a listener that does nothing. */
    static LogListener none() {
        return line -> {};
    }
}
