package org.ecsdelivery.docker.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.docker.DockerEngine;
import org.ecsdelivery.engine.image.ImageBuild;

/**
 * Measures how long the image step takes to get a build context to an engine, beside the docker command and its classic builder:
 * same trees, same engine, the image needs nothing of them. Arguments: a work directory, the address of something that only takes
 * contexts, the number of rounds.
 */
final class ContextSending {
    private static final double TARGET = 1.0;
    private static final int WARM_UP = 5;

    private final Path work;
    private final int rounds;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private boolean met = true;

    private ContextSending(Path work, int rounds) {
        this.work = work;
        this.rounds = rounds;
    }

    /** One of the two sides; tells the seconds that it took. */
    @FunctionalInterface
    private interface Side {
        double send(Path context, String engine) throws Exception;
    }

    /** Prints a table; exits with 1 when the step takes longer than the docker command. */
    public static void main(String[] arguments) throws Exception {
        Path work = Path.of(arguments[0]).toRealPath();
        ContextSending bench = new ContextSending(work, Integer.parseInt(arguments[2]));
        String real = Optional.ofNullable(System.getenv("DOCKER_HOST")).orElse("unix:///var/run/docker.sock");
        bench.run(arguments[1], real);
        // docker-java's threads may outlive their work
        System.exit(bench.met ? 0 : 1);
    }

    private void run(String taker, String real) throws Exception {
        Path few = SampleTrees.ofFiles(work.resolve("few"), 500);
        for (int i = 0; i < WARM_UP; i++) {
            // an agent has been up for days: what its first builds load and compile is not measured
            step(few, taker);
        }
        Path many = SampleTrees.ofFiles(work.resolve("many"), 100_000);
        Path one = SampleTrees.ofOneFile(work.resolve("one"), 2L << 30);
        out.printf("%-38s %10s %10s %7s%n", "median of " + rounds + " rounds", "step", "docker", "ratio");
        met = compare("100 000 files, only taken", many, taker) <= TARGET;
        met &= compare("one file of 2 GiB, only taken", one, taker) <= TARGET;
        compare("100 000 files, Docker Engine", many, real);
        compare("one file of 2 GiB, Docker Engine", one, real);
        out.printf("peak memory of this Java, heap limited to %d MiB: %s%n", heap(), Peak.ofThisProcess());
        out.printf("peak memory of the docker command: %s%n", Peak.largest());
        out.printf(Locale.ROOT, "target: ratio at most %.2f where contexts are only taken%n", TARGET);
    }

    private static long heap() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }

    /** Measures one right after the other, so that a busy machine slows both; who begins changes. */
    private double compare(String what, Path context, String engine) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            Side first = i % 2 == 0 ? ContextSending::step : this::docker;
            Side second = i % 2 == 0 ? this::docker : ContextSending::step;
            double one = first.send(context, engine);
            double two = second.send(context, engine);
            ours.add(i % 2 == 0 ? one : two);
            theirs.add(i % 2 == 0 ? two : one);
            ratios.add(ours.get(i) / theirs.get(i));
        }
        double ratio = median(ratios);
        out.printf(Locale.ROOT, "%-38s %8.2f s %8.2f s %7.2f%n", what, median(ours), median(theirs), ratio);
        return ratio;
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }

    private static double step(Path context, String engine) {
        ImageBuild build = new ImageBuild(
                context, context.resolve("Dockerfile"), Map.of(), Optional.empty(), Map.of(), false, true);
        long begin = System.nanoTime();
        DockerEngine.of(Map.of("DOCKER_HOST", engine)).build(build, line -> {});
        return (System.nanoTime() - begin) / 1e9;
    }

    private double docker(Path context, String engine) throws Exception {
        ProcessBuilder command = new ProcessBuilder(
                "docker", "--config", work.toString(), "--host", engine, "build", "--no-cache", context.toString());
        command.environment().put("DOCKER_BUILDKIT", "0");
        Path log = work.resolve("docker.log");
        command.redirectErrorStream(true).redirectOutput(log.toFile());
        long begin = System.nanoTime();
        Process process = command.start();
        Peak.watch(process);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException("docker build failed:\n" + Files.readString(log));
        }
        return seconds;
    }
}
