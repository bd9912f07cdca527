package org.ecsdelivery.sandbox.aws.ecs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.ecsdelivery.sandbox.aws.cloudwatch.AlarmBoard;
import org.ecsdelivery.sandbox.aws.elb.TargetGroups;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.simulation.Simulation;

/** Everything the parts of the ECS model share. */
final class World {
    final AwsAccount account;
    final Simulation simulation;
    final TaskTimings timings;
    final TargetGroups groups;
    final TaskDefinitions definitions;
    final Ids ids = new Ids();
    final AlarmBoard alarms = new AlarmBoard();
    final Map<String, Cluster> clusters = new LinkedHashMap<>();
    /** The tasks of requests that came with a token: the same request gets the same tasks. */
    final Map<String, List<Task>> runs = new LinkedHashMap<>();
    /** Why the next requests for tasks are refused. */
    final Deque<String> refusedRuns = new ArrayDeque<>();
    /** The subnets whose network interfaces get an IPv6 address too. */
    final Set<String> dualStackSubnets = new HashSet<>();
    /** The functions that let no deployment pass. */
    final Set<String> failingHooks = new HashSet<>();

    private final List<Scripted> script = new ArrayList<>();
    private final List<Scripted> scriptOfRuns = new ArrayList<>();
    private Function<String, Optional<String>> images = image -> Optional.empty();
    private boolean imagesKnown;
    private Injection injection = (container, override) -> Injection.Outcome.of(Map.of());
    private ContainerLog log = (group, stream, at, line) -> {};

    private record Scripted(Predicate<String> image, TaskBehaviour behaviour) {}

    World(AwsAccount account, Simulation simulation, TaskTimings timings, TargetGroups groups) {
        this.account = account;
        this.simulation = simulation;
        this.timings = timings;
        this.groups = groups;
        this.definitions = new TaskDefinitions(account);
    }

    void script(Predicate<String> image, TaskBehaviour behaviour) {
        script.add(0, new Scripted(image, behaviour));
    }

    void scriptRuns(Predicate<String> image, TaskBehaviour behaviour) {
        scriptOfRuns.add(0, new Scripted(image, behaviour));
    }

    void images(Function<String, Optional<String>> resolver) {
        images = resolver;
        imagesKnown = true;
    }

    void log(ContainerLog sink) {
        log = sink;
    }

    void injection(Injection source) {
        injection = source;
    }

    Injection injection() {
        return injection;
    }

    ContainerLog log() {
        return log;
    }

    /** What the tasks of a definition do: the newest script that fits one of its images. */
    TaskBehaviour behaviour(TaskDefinition definition, Task.Origin origin) {
        List<Scripted> all = origin.service().isEmpty() && !scriptOfRuns.isEmpty() ? scriptOfRuns : script;
        return all.stream()
                .filter(scripted -> definition.containers().stream()
                        .anyMatch(container ->
                                scripted.image.test(container.path("image").asText())))
                .findFirst()
                .map(Scripted::behaviour)
                .orElseGet(TaskBehaviour::healthy);
    }

    /** Whether an image of the local registry is not there; images of other registries are taken to be there. */
    boolean missing(String image) {
        return imagesKnown
                && image.startsWith(account.registryHost() + "/")
                && images.apply(image).isEmpty();
    }

    Optional<String> digest(String image) {
        int at = image.indexOf('@');
        return at < 0 ? images.apply(image) : Optional.of(image.substring(at + 1));
    }

    Cluster cluster(String reference) {
        return Optional.ofNullable(clusters.get(Cluster.lastPart(reference)))
                .orElseThrow(() -> AwsError.client("ClusterNotFoundException", "Cluster not found."));
    }

    Cluster createCluster(String name) {
        return clusters.computeIfAbsent(name, key -> new Cluster(key, account.arn("ecs", "cluster/" + key)));
    }
}
