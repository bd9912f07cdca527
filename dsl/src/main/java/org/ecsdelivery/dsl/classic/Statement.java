package org.ecsdelivery.dsl.classic;

import java.util.List;

/**
 * A command of a script, or several whose output runs into the next one.
 *
 * @param commands the words of each
 * @param redirected whether its output goes to a file, or its input comes from one
 * @param joined whether it only runs when the one before it ends well, by {@code &&}
 * @param start where it begins in the script
 * @param end where it ends
 * @param line the line that it begins in
 */
record Statement(List<List<Word>> commands, boolean redirected, boolean joined, int start, int end, int line) {
    Statement {
        commands = List.copyOf(commands);
    }

    List<Word> words() {
        return commands.get(0);
    }

    /** Returns the first word as it is written. */
    String verb() {
        return words().isEmpty() ? "" : words().get(0).source();
    }
}
