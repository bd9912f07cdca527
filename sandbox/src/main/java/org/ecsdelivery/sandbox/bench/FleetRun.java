package org.ecsdelivery.sandbox.bench;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.engine.deploy.DeployPorts;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.deploy.ServiceDeploy;
import org.ecsdelivery.engine.doctor.PipelineApi;
import org.ecsdelivery.engine.ecs.AlarmApi;
import org.ecsdelivery.engine.ecs.ContainerLogApi;
import org.ecsdelivery.engine.ecs.EcsApi;
import org.ecsdelivery.engine.ecs.ScalingApi;
import org.ecsdelivery.engine.ecs.TargetGroupApi;
import org.ecsdelivery.engine.ecs.TaskRunApi;
import org.ecsdelivery.engine.envfile.EnvFileBucket;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.image.ImageRegistry;
import org.ecsdelivery.engine.share.SharedAws;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.sandbox.time.CrowdTime;

/** Deploys many services at once, each on a thread of its own, in virtual time. */
final class FleetRun {
    private static final Instant START = Instant.parse("2026-10-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final CrowdTime time = CrowdTime.at(START);
    private final FleetWorld world;
    private final int count;
    private final boolean shared;
    private final List<Double> lags = Collections.synchronizedList(new ArrayList<>());

    private FleetRun(int count, boolean shared) {
        this.count = count;
        this.shared = shared;
        this.world = new FleetWorld(time, count);
    }

    /**
     * What a run showed.
     *
     * @param lags from the true end of each deployment that was followed to its end, to the step noticing it, in seconds
     * @param lost how many deployments were not, because of a call that was lost to throttling
     * @param calls per minute, on average
     * @param busiest calls in the busiest minute
     * @param throttled calls that AWS refused
     * @param took until the last deployment was over
     */
    record Outcome(List<Double> lags, int lost, double calls, long busiest, int throttled, Duration took) {
        Outcome {
            lags = List.copyOf(lags);
        }

        double median() {
            return lags.isEmpty() ? Double.NaN : Median.of(lags);
        }

        double worst() {
            return lags.stream().mapToDouble(each -> each).max().orElse(Double.NaN);
        }
    }

    /** Runs with what the plugin does: the services ask together. */
    static Outcome together(int services) throws InterruptedException {
        return new FleetRun(services, true).run();
    }

    /** Runs with one poller per service, each with clients that repeat what was throttled. */
    static Outcome apart(int services) throws InterruptedException {
        return new FleetRun(services, false).run();
    }

    private Outcome run() throws InterruptedException {
        SdkRetries retries = new SdkRetries(time, time);
        EcsApi ecs = shared ? world : retries.around(EcsApi.class, world);
        TargetGroupApi groups = shared ? world : retries.around(TargetGroupApi.class, world);
        SharedAws aws = new SharedAws(ecs, groups, time, time);
        DeployPorts ports = shared ? ports(aws.ecs(), aws.targetGroups()) : ports(ecs, groups);
        time.run(IntStream.range(0, count)
                .<Runnable>mapToObj(number -> () -> deploy(number, ports))
                .toList());
        Duration took = Duration.between(START, time.instant());
        List<Instant> calls = world.calls();
        double minutes = Math.max(1, took.toMillis() / 60_000.0);
        return new Outcome(lags, count - lags.size(), calls.size() / minutes, busiest(calls), world.throttled(), took);
    }

    private static DeployPorts ports(EcsApi ecs, TargetGroupApi groups) {
        return new DeployPorts(
                ecs,
                groups,
                unneeded(ContainerLogApi.class),
                unneeded(ImageRegistry.class),
                unneeded(AlarmApi.class),
                unneeded(ScalingApi.class),
                unneeded(TaskRunApi.class),
                unneeded(EnvFileBucket.class),
                unneeded(PipelineApi.class));
    }

    private void deploy(int number, DeployPorts ports) {
        try {
            DeployResult result = new ServiceDeploy(ports, time, time, new Cancellation(), event -> {})
                    .run(settings(number), Map.of());
            Instant noticed = time.instant();
            if (result instanceof DeployResult.Succeeded) {
                world.end(number)
                        .ifPresent(
                                end -> lags.add(Duration.between(end, noticed).toMillis() / 1000.0));
            }
        } catch (EngineException lost) {
            // counted as what is missing among the lags
            return;
        }
    }

    private static DeploySettings settings(int number) {
        Map<String, String> given = Map.of(
                DeployParameters.CLUSTER.name(), "fleet",
                DeployParameters.SERVICE.name(), FleetService.name(number),
                DeployParameters.IMAGE.name(), "registry.example.org/app@sha256:" + "c".repeat(64),
                DeployParameters.FINISH_LEVEL.name(), "STOPPED",
                DeployParameters.TIMEOUT.name(), "60");
        if (DeployParameters.parse(given, References.RESOLVED) instanceof Parsed.Valid<DeploySettings> valid) {
            return valid.settings();
        }
        throw new IllegalStateException("The benchmark's settings are not in order: " + given);
    }

    private static long busiest(List<Instant> calls) {
        long most = 0;
        int first = 0;
        for (int last = 0; last < calls.size(); last++) {
            while (calls.get(last).isAfter(calls.get(first).plus(MINUTE))) {
                first++;
            }
            most = Math.max(most, last - first + 1L);
        }
        return most;
    }

    /** Stands for what an image by digest and tasks that never fail do not need. */
    private static <T> T unneeded(Class<T> port) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("The benchmark has no " + port.getSimpleName());
                }));
    }
}
