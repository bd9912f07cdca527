package org.ecsdelivery.common.settings;

import java.util.Optional;

/**
 * How many tasks the task step runs.
 *
 * @param count how many, where no inputs are given
 * @param inputs path of the file with one input per line, from the working directory
 * @param atOnce how many run at the same time at most
 * @param stopAtFirstFailure whether the first that does not end well ends the others too
 */
public record FanOut(int count, Optional<String> inputs, int atOnce, boolean stopAtFirstFailure) {
    /** What stands for the input in the command and the environment. */
    public static final String INPUT = "{input}";
    /** What stands for the number of the task, from 1, in the command and the environment. */
    public static final String NUMBER = "{number}";
    /** One task. */
    public static final FanOut ONE = new FanOut(1, Optional.empty(), 1, false);

    /** Tells whether there is one task, and nothing to tell it from others. */
    public boolean isOne() {
        return count == 1 && inputs.isEmpty();
    }
}
