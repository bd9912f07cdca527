package org.ecsdelivery.dsl.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs Java as people do, in a process of its own. */
public final class JavaProcess {
    private final Path directory;

    private JavaProcess(Path directory) {
        this.directory = directory;
    }

    /** Returns a screen in a directory. */
    public static JavaProcess in(Path directory) {
        return new JavaProcess(directory);
    }

    /** Runs a program of the class path, or of a directory of classes, and returns its exit code. */
    public int java(String... words) throws Exception {
        return start("java", words).waitFor();
    }

    /** Compiles with the class path and returns the exit code. */
    public int javac(String... words) throws Exception {
        return start("javac", words).waitFor();
    }

    private Process start(String tool, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path") + File.pathSeparator + "out"));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
    }

    /** Returns what the last program said. */
    public String output() throws IOException {
        return Files.readString(directory.resolve("output"));
    }
}
