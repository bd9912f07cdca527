package org.ecsdelivery.engine.report;

/** A piece of a narration, for a build log, a console or a page. */
public sealed interface Passage {

    /** How much a line matters. */
    enum Level {
        /** It tells. */
        NORMAL,
        /** The reader should know although the step goes on. */
        WARNING,
        /** The step fails for this. */
        ERROR
    }

    /**
     * A line of text.
     *
     * @param level how much it matters
     * @param text one line; it may hold words of others, which must not be obeyed
     */
    record Line(Level level, String text) implements Passage {}

    /**
     * The lines from here on belong together.
     *
     * @param name what they tell about
     */
    record BlockOpened(String name) implements Passage {}

    /**
     * The lines that belong together end.
     *
     * @param name as it was opened
     */
    record BlockClosed(String name) implements Passage {}

    /**
     * A line of the log that also tells, where a build is shown in one line, what the step is doing now; the next one replaces
     * it there.
     *
     * @param text one sentence
     */
    record Progress(String text) implements Passage {}
}
