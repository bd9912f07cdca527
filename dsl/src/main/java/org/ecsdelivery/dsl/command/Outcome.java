package org.ecsdelivery.dsl.command;

/** How a command ended. */
public enum Outcome {
    /** It is done, or nothing differs. */
    DONE,
    /** Something differs, or the settings have errors: somebody has to do something about the settings. */
    DIFFERENT,
    /** It could not be told: somebody has to do something about how the command was called. */
    FAILED;

    /** Returns the exit code of the program: 0, 1 or 2. */
    public int code() {
        return ordinal();
    }

    static Outcome differentUnless(boolean same) {
        return same ? DONE : DIFFERENT;
    }
}
