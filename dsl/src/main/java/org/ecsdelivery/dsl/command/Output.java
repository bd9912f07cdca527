package org.ecsdelivery.dsl.command;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.ecsdelivery.dsl.SettingsRefused;
import org.ecsdelivery.dsl.files.UnreadableSettings;

/**
 * Where commands say what they found, and what went wrong.
 *
 * @param found what was asked for
 * @param wrong what is wrong with the settings or the call
 */
record Output(PrintStream found, PrintStream wrong) {
    static Output ofScreen() {
        return new Output(System.out, System.err);
    }

    /** Prints a line with the same end on every machine. */
    void say(String line) {
        found.print(line + "\n");
    }

    void complain(String line) {
        wrong.print(line + "\n");
    }

    /** Says in words why a command could not be run; what nobody expects is thrown on, with its stack. */
    Outcome explaining(Supplier<Outcome> command) {
        try {
            return command.get();
        } catch (SettingsRefused refusal) {
            complain(String.valueOf(refusal.getMessage()));
            return Outcome.DIFFERENT;
        } catch (Misuse | NoAnswer | UnreadableSettings | UncheckedIOException failure) {
            complain(String.valueOf(failure.getMessage()));
            return Outcome.FAILED;
        } finally {
            found.flush();
            wrong.flush();
        }
    }
}
