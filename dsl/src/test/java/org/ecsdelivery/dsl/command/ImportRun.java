package org.ecsdelivery.dsl.command;

import java.io.PrintStream;
import java.nio.file.Path;

/** Runs the command that imports as if it were run in another directory, without the end of the program. */
public final class ImportRun {
    private ImportRun() {}

    /** Returns how it ended. */
    public static Outcome in(Path directory, PrintStream output, String... words) {
        return new Import(directory, new Output(output, output)).run(words);
    }
}
