package org.ecsdelivery.sandbox.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.ecsdelivery.common.settings.AwsParameters;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.ecs.TaskTimings;
import org.ecsdelivery.sandbox.aws.elb.TargetGroupSpec;
import org.ecsdelivery.sandbox.aws.simulation.Timeline;
import org.ecsdelivery.sandbox.teamcity.AgentProperties;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;

/**
 * Measures how soon the deploy step ends after its last old task is gone, and how often it asks AWS, beside a poller that waits
 * for a stable service every 15 s. Arguments: the plugin zip, a work directory, the number of runs.
 */
public final class DeployLatency {
    private static final String CLUSTER = "bench";
    private static final String SERVICE = "web";
    private static final String IMAGE = "registry.example.org/bench/web@sha256:" + "b".repeat(64);

    private final Path zip;
    private final Path work;
    private final PrintStream out;

    private DeployLatency(Path zip, Path work, PrintStream out) {
        this.zip = zip;
        this.work = work;
        this.out = out;
    }

    /**
     * What one run showed.
     *
     * @param step from the last old target gone, the last old task stopped and ECS saying completed to the end of the step
     * @param callsPerMinute the step's own calls
     * @param poller from the same moment to the end of the poller; negative when it ended before the old tasks were gone
     */
    private record Run(Duration step, double callsPerMinute, Duration poller, double pollerCallsPerMinute) {}

    /** Runs the benchmark and prints a table. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        new DeployLatency(Path.of(arguments[0]), Path.of(arguments[1]), out).measure(Integer.parseInt(arguments[2]));
    }

    private void measure(int count) {
        out.println("deploy step, finish level STOPPED, one service of two tasks, sandbox in real time");
        out.printf("%-4s %14s %16s %20s %20s%n", "run", "step ends", "calls/min", "poller ends", "poller calls/min");
        List<Run> runs = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Run run = run(i);
            runs.add(run);
            out.printf(
                    Locale.ROOT,
                    "%-4d %12.2f s %16.1f %18.2f s %20.1f%n",
                    i,
                    seconds(run.step()),
                    run.callsPerMinute(),
                    seconds(run.poller()),
                    run.pollerCallsPerMinute());
        }
        double step = Median.of(
                runs.stream().map(Run::step).map(DeployLatency::seconds).toList());
        double poller = Median.of(
                runs.stream().map(Run::poller).map(DeployLatency::seconds).toList());
        double most = runs.stream().mapToDouble(Run::callsPerMinute).max().orElse(0);
        out.printf(Locale.ROOT, "median: step %.2f s after the last old task, poller %.2f s; ", step, poller);
        out.printf(Locale.ROOT, "step at most %.1f calls a minute%n", most);
    }

    private Run run(int number) {
        try (LocalAws aws = LocalAws.builder().timings(TaskTimings.quick()).start();
                LocalTeamCity teamCity =
                        LocalTeamCity.load(zip, work.resolve("run" + number), AgentProperties.bare())) {
            seed(aws);
            Instant from = Instant.now();
            var running =
                    teamCity.run(configuration(aws), BuildInputs.of(number, "" + number, "0".repeat(40)), line -> {});
            CompletableFuture<StablePoller.Wait> peer = StablePoller.start(aws, CLUSTER, SERVICE);
            BuildResult result = running.result();
            Instant stepEnd = Instant.now();
            if (!result.succeeded()) {
                throw new IllegalStateException("The deploy step failed: " + result.problems() + "\n" + result.texts());
            }
            long stepCalls = aws.calls().between(from, stepEnd).size();
            StablePoller.Wait wait = peer.join();
            long own = stepCalls - wait.callsBefore(stepEnd);
            Instant done = whenDone(aws.ecs().timeline());
            return new Run(
                    Duration.between(done, stepEnd),
                    perMinute(own, Duration.between(from, stepEnd)),
                    Duration.between(done, wait.end()),
                    perMinute(wait.calls().size(), Duration.between(from, wait.end())));
        }
    }

    /** Returns the moment from which nothing is left to wait for. */
    private static Instant whenDone(Timeline timeline) {
        return List.of(
                        timeline.last(Timeline.Kind.TARGET, "gone"),
                        timeline.last(Timeline.Kind.TASK, "STOPPED"),
                        timeline.last(Timeline.Kind.DEPLOYMENT, "COMPLETED"))
                .stream()
                .map(moment -> moment.orElseThrow(() -> new IllegalStateException("The sandbox did not finish")))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static void seed(LocalAws aws) {
        String group = aws.elb()
                .create(TargetGroupSpec.named("web")
                        .withHealthChecks(Duration.ofSeconds(1), 2, 2)
                        .withDeregistrationDelay(Duration.ofSeconds(20)));
        aws.ecs()
                .service(CLUSTER, SERVICE)
                .image("registry.example.org/bench/web:1")
                .running(2)
                .targetGroup(group)
                .circuitBreaker(true)
                .create();
    }

    private BuildConfiguration configuration(LocalAws aws) {
        BuildStep deploy = new BuildStep(
                "Deploy",
                RunTypeId.DEPLOY,
                Map.of(
                        DeployParameters.CLUSTER.name(),
                        CLUSTER,
                        DeployParameters.SERVICE.name(),
                        SERVICE,
                        DeployParameters.IMAGE.name(),
                        IMAGE,
                        DeployParameters.FINISH_LEVEL.name(),
                        "STOPPED",
                        AwsParameters.REGION.name(),
                        "eu-central-1",
                        AwsParameters.ENDPOINT.name(),
                        aws.endpoint().toString()));
        Map<String, String> environment =
                Map.of("env.AWS_ACCESS_KEY_ID", "AKIABENCH", "env.AWS_SECRET_ACCESS_KEY", "worth-nothing");
        return BuildConfiguration.of("Bench", environment, List.of(deploy), work);
    }

    private static double perMinute(long calls, Duration during) {
        return calls * 60_000.0 / during.toMillis();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
