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
import org.ecsdelivery.sandbox.aws.front.CallLog;
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
     * @param calls the step's own calls in its busiest minute
     * @param poller from the same moment to the end of the poller; negative when it ended before the old tasks were gone
     */
    private record Run(Duration step, long calls, Duration poller, long pollerCalls) {}

    /** Runs the benchmark and prints a table. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        new DeployLatency(Path.of(arguments[0]), Path.of(arguments[1]), out).measure(Integer.parseInt(arguments[2]));
    }

    private void measure(int count) {
        out.println("deploy step, finish level STOPPED, one service of two tasks, sandbox in real time");
        out.println(
                "calls: in the busiest minute; poller: 15 s beat; the deregistration delay changes from run to run, so"
                        + " that the end comes at another moment between two looks");
        out.printf("%-4s %14s %8s %16s %14s%n", "run", "step ends", "calls", "poller ends", "poller calls");
        List<Run> runs = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Run run = run(i);
            runs.add(run);
            out.printf(
                    Locale.ROOT,
                    "%-4d %12.2f s %8d %14.2f s %14d%n",
                    i,
                    seconds(run.step()),
                    run.calls(),
                    seconds(run.poller()),
                    run.pollerCalls());
        }
        double step = Median.of(
                runs.stream().map(Run::step).map(DeployLatency::seconds).toList());
        double poller = Median.of(
                runs.stream().map(Run::poller).map(DeployLatency::seconds).toList());
        long most = runs.stream().mapToLong(Run::calls).max().orElse(0);
        out.printf(Locale.ROOT, "median: step %.2f s after the last old task, poller %.2f s; ", step, poller);
        out.printf(Locale.ROOT, "step at most %d calls in any minute%n", most);
    }

    private Run run(int number) {
        try (LocalAws aws = LocalAws.builder().timings(TaskTimings.quick()).start();
                LocalTeamCity teamCity =
                        LocalTeamCity.load(zip, work.resolve("run" + number), AgentProperties.bare())) {
            seed(aws, Duration.ofSeconds(20 + number * 6L % 15));
            Instant from = Instant.now();
            var running =
                    teamCity.run(configuration(aws), BuildInputs.of(number, "" + number, "0".repeat(40)), line -> {});
            CompletableFuture<StablePoller.Wait> peer = StablePoller.start(aws, CLUSTER, SERVICE);
            BuildResult result = running.result();
            Instant stepEnd = Instant.now();
            if (!result.succeeded()) {
                throw new IllegalStateException("The deploy step failed: " + result.problems() + "\n" + result.texts());
            }
            StablePoller.Wait wait = peer.join();
            Instant done = whenDone(aws.ecs().timeline());
            return new Run(
                    Duration.between(done, stepEnd),
                    inBusiestMinute(own(aws, from, stepEnd, wait)),
                    Duration.between(done, wait.end()),
                    inBusiestMinute(wait.calls()));
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

    /** Five runs spread the end evenly over the poller's beat. */
    private static void seed(LocalAws aws, Duration deregistrationDelay) {
        String group = aws.elb()
                .create(TargetGroupSpec.named("web")
                        .withHealthChecks(Duration.ofSeconds(1), 2, 2)
                        .withDeregistrationDelay(deregistrationDelay));
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

    /** Returns when the step asked: what the log of calls holds, but for the poller's share. */
    private static List<Instant> own(LocalAws aws, Instant from, Instant to, StablePoller.Wait poller) {
        List<CallLog.Entry> calls = new ArrayList<>(aws.calls().between(from, to));
        for (Instant asked : poller.calls()) {
            calls.stream()
                    .filter(each -> each.operation().equals("DescribeServices"))
                    .filter(each -> !each.at().isBefore(asked))
                    .findFirst()
                    .ifPresent(calls::remove);
        }
        return calls.stream().map(CallLog.Entry::at).toList();
    }

    private static long inBusiestMinute(List<Instant> calls) {
        return calls.stream()
                .mapToLong(from -> calls.stream()
                        .filter(each -> !each.isBefore(from) && each.isBefore(from.plusSeconds(60)))
                        .count())
                .max()
                .orElse(0);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
