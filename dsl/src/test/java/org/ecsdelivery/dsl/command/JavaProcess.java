package org.ecsdelivery.dsl.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs Java as people do, in a process of its own. */
public final class JavaProcess {
    private final Path directory;
    private final Map<String, String> environment;

    private JavaProcess(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    /** Returns a screen in a directory. */
    public static JavaProcess in(Path directory) {
        return new JavaProcess(directory, Map.of());
    }

    JavaProcess with(Map<String, String> variables) {
        return new JavaProcess(directory, variables);
    }

    /** Runs a program of the class path, or of a directory of classes, and returns its exit code. */
    public int java(String... words) throws Exception {
        return start("java", words).waitFor();
    }

    /** Compiles with the class path and returns the exit code. */
    public int javac(String... words) throws Exception {
        return start("javac", words).waitFor();
    }

    Process start(String tool, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path") + File.pathSeparator + "out"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder.directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
    }

    /** Returns what the last program said. */
    public String output() throws IOException {
        return Files.readString(directory.resolve("output"));
    }
}
