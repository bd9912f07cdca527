package org.ecsdelivery.dsl.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ecsdelivery.dsl.command.CommandLine;
import org.ecsdelivery.dsl.command.ImportRun;
import org.ecsdelivery.dsl.command.Outcome;

/** One piece of work on the settings of a big installation, once for a JVM that has just begun, or several times. */
public final class Benchmark {
    private final Path directory;
    private final int configurations;
    private final PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private Benchmark(Path directory, int configurations) {
        this.directory = directory;
        this.configurations = configurations;
    }

    /**
     * Takes a piece of work, a directory, the number of configurations, and how often; prints milliseconds, and those of the processor. What
     * an earlier run has made there is in the way of a single one: whoever measures it from outside takes it away before.
     */
    public static void main(String[] arguments) throws Exception {
        Benchmark benchmark = new Benchmark(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        if (arguments[3].equals("1")) {
            benchmark.work(arguments[0]);
        } else {
            benchmark.repeat(arguments[0], Integer.parseInt(arguments[3]));
        }
    }

    private void repeat(String work, int times) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] taken = new long[times];
        long[] processor = new long[times];
        for (int i = 0; i < times; i++) {
            prepare(work);
            long begun = System.nanoTime();
            long used = threads.getCurrentThreadCpuTime();
            work(work);
            processor[i] = threads.getCurrentThreadCpuTime() - used;
            taken[i] = System.nanoTime() - begun;
        }
        System.out.printf("%d %d%n", median(taken), median(processor));
    }

    private static long median(long[] nanoseconds) {
        Arrays.sort(nanoseconds);
        return nanoseconds[nanoseconds.length / 2] / 1_000_000;
    }

    private void prepare(String work) throws IOException {
        if (work.equals("generate") || work.equals("copy")) {
            remove(directory.resolve("generated"));
        } else if (work.equals("import")) {
            remove(directory.resolve("java"));
            Files.deleteIfExists(directory.resolve("grown.files"));
        }
    }

    private void work(String work) throws Exception {
        switch (work) {
            case "make" -> make();
            case "nothing" -> {}
            case "generate" -> run("generated", "generate");
            case "again" -> run("committed", "generate");
            case "check" -> run("committed", "check");
            case "import" -> imported();
            case "copy" -> copy(directory.resolve("committed"), directory.resolve("generated"));
            case "read" -> expect("elements", BareXml.dom(directory.resolve("grown")) > 0);
            case "pass" -> expect("elements", BareXml.stax(directory.resolve("grown")) > 0);
            default -> throw new IllegalArgumentException("There is no work called " + work);
        }
    }

    private void make() throws Exception {
        remove(directory);
        ServerFiles.write(
                ServerFiles.committed(BigInstallation.of(configurations)).files(), directory.resolve("committed"));
        ServerFiles.write(ServerFiles.grown(BigInstallation.of(configurations)), directory.resolve("grown"));
        run("committed", "generate");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path copy = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectory(copy);
                } else {
                    Files.write(copy, Files.readAllBytes(each));
                }
            }
        }
    }

    private void run(String folder, String command) {
        Outcome outcome = CommandLine.of(() -> BigInstallation.of(configurations))
                .in(directory)
                .printingTo(nowhere, nowhere)
                .run(command, "--to", folder);
        expect(command, outcome == Outcome.DONE);
    }

    private void imported() {
        Outcome outcome = ImportRun.in(directory, nowhere, "grown", "--to", "java", "--package", "com.acme.ci");
        expect("import", outcome == Outcome.DONE);
    }

    private static void expect(String what, boolean held) {
        if (!held) {
            throw new IllegalStateException(what + " did not do what it should.");
        }
    }

    private static void remove(Path what) throws IOException {
        if (Files.exists(what)) {
            try (Stream<Path> all = Files.walk(what)) {
                List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
                for (Path each : deepestFirst) {
                    Files.delete(each);
                }
            }
        }
    }
}
