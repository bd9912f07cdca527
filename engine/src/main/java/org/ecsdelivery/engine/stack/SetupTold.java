package org.ecsdelivery.engine.stack;

/** Hears what the setup step has to say, line by line. */
public interface SetupTold {
    /** Hears how things go. */
    void say(String line);

    /** Hears of something that is wrong, or deserves a look. */
    void warn(String line);
}
