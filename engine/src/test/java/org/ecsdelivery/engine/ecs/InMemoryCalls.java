package org.ecsdelivery.engine.ecs;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.TransientFailure;

/** What was asked of AWS and what stands in the way of that; and what lies around ECS: logs, alarms, scaling. */
abstract class InMemoryCalls implements AlarmApi, ScalingApi, ContainerLogApi {
    final InstantSource clock;
    final List<String> calls = new ArrayList<>();
    final Map<String, Runnable> before = new LinkedHashMap<>();
    final Map<String, String> denied = new LinkedHashMap<>();
    final Deque<RuntimeException> next = new ArrayDeque<>();
    final List<String> logLines = new ArrayList<>();
    final Map<String, List<LogPage.Line>> streams = new LinkedHashMap<>();
    final Set<String> groups = new HashSet<>(Set.of("/prod/web"));
    final Set<String> firing = new HashSet<>();
    Optional<Range> scaled = Optional.empty();

    InMemoryCalls(InstantSource clock) {
        this.clock = clock;
    }

    /** The next calls fail for passing reasons. */
    public void throttle(int times) {
        for (int i = 0; i < times; i++) {
            next.add(new TransientFailure("ECS did not answer", "ThrottlingException: Rate exceeded", null));
        }
    }

    /** The next call fails for good. */
    public void fail(RuntimeException failure) {
        next.add(failure);
    }

    /** Something happens right before a call of this operation is carried out. */
    public void before(String operation, Runnable what) {
        before.put(operation, what);
    }

    /** Whichever container fails wrote these lines. */
    public void logs(String... lines) {
        logLines.addAll(List.of(lines));
    }

    /** A container wrote these lines to its own stream. */
    public void logs(String group, String stream, List<String> lines) {
        groups.add(group);
        lines.forEach(line -> streams.computeIfAbsent(group + stream, key -> new ArrayList<>())
                .add(new LogPage.Line(clock.instant(), line)));
    }

    /** Returns the operations asked so far. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public List<String> tail(String group, String stream, int lines) {
        called("logs:GetLogEvents");
        List<String> all = streams.containsKey(group + stream)
                ? streams.get(group + stream).stream().map(LogPage.Line::text).toList()
                : logLines;
        return List.copyOf(all.subList(Math.max(0, all.size() - lines), all.size()));
    }

    @Override
    public boolean hasGroup(String group) {
        called("logs:DescribeLogGroups");
        return groups.contains(group);
    }

    @Override
    public List<String> firing(List<String> names) {
        called("cloudwatch:DescribeAlarms");
        return names.stream().filter(firing::contains).toList();
    }

    @Override
    public Optional<Range> range(ClusterName cluster, ServiceName service) {
        called("application-autoscaling:DescribeScalableTargets");
        return cluster.equals(InMemoryEcs.CLUSTER) && service.equals(InMemoryEcs.SERVICE) ? scaled : Optional.empty();
    }

    @Override
    public LogPage read(String group, String stream, Optional<String> from) {
        called("logs:GetLogEvents");
        List<LogPage.Line> all = streams.getOrDefault(group + stream, List.of());
        return new LogPage(
                all.subList(from.map(Integer::parseInt).orElse(0), all.size()),
                Optional.of(String.valueOf(all.size())));
    }

    void called(String action) {
        calls.add(action);
        before.getOrDefault(action, () -> {}).run();
        if (denied.containsKey(action)) {
            throw new AccessDenied(action, "arn:of/" + action, "not authorized to perform: " + action, null);
        }
        if (!next.isEmpty()) {
            throw next.remove();
        }
    }
}
