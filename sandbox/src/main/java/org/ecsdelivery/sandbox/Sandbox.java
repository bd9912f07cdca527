package org.ecsdelivery.sandbox;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.ecsdelivery.sandbox.demo.Demo;
import org.ecsdelivery.sandbox.envfile.EnvFileCommand;

/** The sandbox's command line: the first word says what to do. */
public final class Sandbox {
    private static final String USAGE = """
            usage: sandbox env-file ...   shows which env file a build would write (env-file --help)
                   sandbox demo ...       runs the sample application's build (what ./demo does)""";

    private Sandbox() {}

    /** Runs a command and exits with its code; 1 when there is no such command. */
    public static void main(String[] arguments) {
        PrintStream errors = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        String command = arguments.length == 0 ? "" : arguments[0];
        String[] rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (command) {
            case "env-file" ->
                System.exit(new EnvFileCommand(System.in, new FileOutputStream(FileDescriptor.out), errors)
                        .run(List.of(rest)));
            case "demo" -> Demo.main(rest);
            default -> {
                errors.println(USAGE);
                System.exit(1);
            }
        }
    }
}
