package org.ecsdelivery.aws.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/** The command {@code ./doctor}. */
public final class DoctorMain {
    private DoctorMain() {}

    /** Checks pipelines and exits with the code of {@link DoctorCommand#run}. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new DoctorCommand(System.getenv(), InstantSource.system(), out, errors).run(List.of(arguments)));
    }
}
