package org.ecsdelivery.sandbox.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.ecsdelivery.common.settings.AwsParameters;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.registry.RepositorySettings;
import org.ecsdelivery.sandbox.teamcity.AgentProperties;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;

/**
 * Measures a whole build of the packaged plugin's image step beside {@code docker build} and {@code docker push}: same engine,
 * same builder, same Dockerfile and labels, each side with files of the same sizes and a registry on loopback of its own. Arguments: the plugin zip, a work
 * directory, the version of the Docker Engine, the number of rounds.
 */
public final class ImageBuild {
    private static final String REPOSITORY = "bench/web";
    private static final double TARGET = 1.05;
    private static final int WARM_UP = 3;

    private final Path zip;
    private final Path work;
    private final String dockerVersion;
    private final SampleContext stepContext;
    private final SampleContext peerContext;
    private final DockerPeer docker;
    private final PrintStream out;
    private int builds;

    private ImageBuild(Path zip, Path work, String dockerVersion, PrintStream out) {
        this.zip = zip;
        this.work = work;
        this.dockerVersion = dockerVersion;
        this.out = out;
        this.stepContext = SampleContext.write(work.resolve("step"), 1);
        this.peerContext = SampleContext.write(work.resolve("peer"), 2);
        this.docker = new DockerPeer(directory(work.resolve("docker")));
    }

    /** What a build finds. */
    private enum Case {
        /** No cache is used and the registry is empty. */
        COLD,
        /** One source file has changed. */
        CHANGED,
        /** Nothing has changed. */
        UNCHANGED
    }

    /** The times of both sides, in seconds, round by round. */
    private record Times(List<Double> step, List<Double> peer) {
        Times() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        /** Compares what was measured one right after the other, so that a busy machine slows both. */
        double ratio() {
            return Median.of(IntStream.range(0, step.size())
                    .mapToObj(round -> step.get(round) / peer.get(round))
                    .toList());
        }
    }

    /** Runs the benchmark and prints a table; exits with 1 when the step takes longer than the target. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ImageBuild bench = new ImageBuild(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2], out);
        System.exit(bench.measure(Integer.parseInt(arguments[3])) ? 0 : 1);
    }

    private boolean measure(int rounds) {
        Map<Case, Times> times = new EnumMap<>(Case.class);
        out.println("image step (whole TeamCity build in the sandbox) beside docker build + docker push; Docker Engine "
                + dockerVersion + "; " + SampleContext.description());
        AgentProperties agent = AgentProperties.bare().with("docker.server.version", dockerVersion);
        try (LocalTeamCity teamCity = LocalTeamCity.load(zip, work.resolve("teamcity"), agent)) {
            // an agent has been up for days: what its first builds load and compile is not measured
            for (int i = 1 - WARM_UP; i <= 0; i++) {
                round(teamCity, i, new EnumMap<>(Case.class));
            }
            for (int i = 1; i <= rounds; i++) {
                round(teamCity, i, times);
            }
        }
        out.printf("%-12s %12s %12s %8s%n", "median", "step", "docker", "ratio");
        times.forEach((each, of) -> row(name(each), Median.of(of.step()), Median.of(of.peer()), of.ratio()));
        out.printf(Locale.ROOT, "target: median of the rounds' ratios at most %.2f%n", TARGET);
        return times.values().stream().allMatch(of -> of.ratio() <= TARGET);
    }

    private void row(String name, double step, double peer, double ratio) {
        out.printf(Locale.ROOT, "%-12s %10.3f s %10.3f s %8.2f%n", name, step, peer, ratio);
    }

    private static String name(Case which) {
        return which.name().toLowerCase(Locale.ROOT);
    }

    /** Measures every case on both sides; who begins changes from round to round. */
    private void round(LocalTeamCity teamCity, int number, Map<Case, Times> times) {
        try (LocalAws ours = registry();
                LocalAws theirs = registry()) {
            docker.logIn(theirs);
            for (Case each : Case.values()) {
                Times all = times.computeIfAbsent(each, none -> new Times());
                if (number % 2 == 0) {
                    all.step().add(step(teamCity, ours, each));
                    all.peer().add(peer(theirs, each));
                } else {
                    all.peer().add(peer(theirs, each));
                    all.step().add(step(teamCity, ours, each));
                }
                double step = last(all.step());
                double peer = last(all.peer());
                row(number + " " + name(each), step, peer, step / peer);
            }
            docker.forget(repository(ours));
            docker.forget(repository(theirs));
        }
    }

    private static LocalAws registry() {
        LocalAws aws = LocalAws.builder().start();
        aws.registry().create(REPOSITORY, RepositorySettings.defaults());
        return aws;
    }

    private static String repository(LocalAws aws) {
        return aws.registryHost() + "/" + REPOSITORY;
    }

    private double peer(LocalAws aws, Case which) {
        prepare(peerContext, which);
        Instant begin = Instant.now();
        Map<String, String> labels = standardLabels(begin);
        docker.buildAndPush(peerContext.directory(), repository(aws) + ":latest", labels, which != Case.COLD);
        return secondsSince(begin);
    }

    /** The labels that the step writes, because each costs the engine a step of its own. */
    private Map<String, String> standardLabels(Instant created) {
        String prefix = "org.opencontainers.image.";
        return Map.of(
                prefix + "revision", "0".repeat(40),
                prefix + "version", String.valueOf(builds),
                prefix + "url", "http://localhost:8111/viewLog.html?buildId=" + builds,
                prefix + "created", created.toString());
    }

    private double step(LocalTeamCity teamCity, LocalAws aws, Case which) {
        prepare(stepContext, which);
        BuildConfiguration configuration = configuration(aws, which);
        BuildInputs inputs = BuildInputs.of(builds, String.valueOf(builds), "0".repeat(40));
        Instant begin = Instant.now();
        BuildResult result = teamCity.run(configuration, inputs, line -> {}).result();
        double seconds = secondsSince(begin);
        if (!result.succeeded()) {
            throw new IllegalStateException("The image step failed: " + result.problems() + "\n" + result.texts());
        }
        return seconds;
    }

    private void prepare(SampleContext context, Case which) {
        builds++;
        if (which == Case.CHANGED) {
            context.change();
        }
    }

    private BuildConfiguration configuration(LocalAws aws, Case which) {
        BuildStep image = new BuildStep(
                "Build and push the image",
                RunTypeId.IMAGE,
                Map.of(
                        ImageParameters.REPOSITORY.name(),
                        repository(aws),
                        ImageParameters.TAGS.name(),
                        "latest",
                        ImageParameters.NO_CACHE.name(),
                        String.valueOf(which == Case.COLD),
                        AwsParameters.REGION.name(),
                        "eu-central-1",
                        AwsParameters.ENDPOINT.name(),
                        aws.endpoint().toString()));
        Map<String, String> environment =
                Map.of("env.AWS_ACCESS_KEY_ID", "AKIABENCH", "env.AWS_SECRET_ACCESS_KEY", "worth-nothing");
        return BuildConfiguration.of("Bench", environment, List.of(image), stepContext.directory());
    }

    private static Path directory(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static double secondsSince(Instant begin) {
        return Duration.between(begin, Instant.now()).toNanos() / 1e9;
    }

    private static double last(List<Double> all) {
        return all.get(all.size() - 1);
    }
}
