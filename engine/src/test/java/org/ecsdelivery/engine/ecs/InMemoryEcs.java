package org.ecsdelivery.engine.ecs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.DefinitionFile;
import org.ecsdelivery.common.settings.PropagateTags;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.settings.ServiceChanges;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.TargetState.Health;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.failure.TransientFailure;

/** One service behind one target group, held in memory. Nothing happens by itself: a test says what ECS does next. */
public final class InMemoryEcs implements EcsApi, TargetGroupApi, ContainerLogApi, AlarmApi, ScalingApi {
    /** The cluster. */
    public static final ClusterName CLUSTER = new ClusterName("prod");
    /** The service. */
    public static final ServiceName SERVICE = new ServiceName("web");
    /** The target group. */
    public static final String GROUP = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/web/1";

    private static final String TASK_DEFINITION = "arn:aws:ecs:eu-central-1:123456789012:task-definition/web:";
    private static final String IDENTITY = "arn:aws:sts::123456789012:assumed-role/deploy/session";
    private static final String TASK = "arn:aws:ecs:eu-central-1:123456789012:task/prod/";

    private final InstantSource clock;
    private final Map<String, TaskState> tasks = new LinkedHashMap<>();
    private final Map<Target, TargetState> targets = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> images = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> tags = new LinkedHashMap<>();
    private final Set<String> deregistered = new HashSet<>();
    private final Map<String, FileState> files = new LinkedHashMap<>();
    private final Map<String, InMemoryTraits> traits = new LinkedHashMap<>();
    private final List<DeploymentState> deployments = new ArrayList<>();
    private final List<ServiceEvent> events = new ArrayList<>();
    private final List<ServiceDeploymentState> records = new ArrayList<>();
    private final List<Consumer<PauseAnswer>> pauses = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final List<String> logLines = new ArrayList<>();
    private final Map<String, List<LogPage.Line>> streams = new LinkedHashMap<>();
    private final Set<String> groups = new HashSet<>(Set.of("/prod/web"));
    private final Map<String, String> denied = new LinkedHashMap<>();
    private final Deque<RuntimeException> next = new ArrayDeque<>();
    private final Map<String, Runnable> before = new LinkedHashMap<>();
    private final Set<String> firing = new HashSet<>();
    private final Map<String, Instant> protectedTasks = new LinkedHashMap<>();
    private Optional<Range> scaled = Optional.empty();
    private String status = "ACTIVE";
    private String controller = "ECS";
    private DeploymentRules rules = new DeploymentRules("ROLLING", "REPLICA", 100, 200, Duration.ZERO, true, true);
    private UnaryOperator<RevisionState> definition = UnaryOperator.identity();
    private ServiceTraits placing = new ServiceTraits("FARGATE", List.of(), PropagateTags.NONE);
    private Duration delay = Duration.ofSeconds(30);
    private boolean balanced = true;
    private boolean recording;
    private boolean idle;
    private boolean unable;
    private boolean stale;
    private boolean groupDeleted;
    private int desired;

    /** Makes a service in steady state, running revision web:1 in the given tasks; each task's id is also its address. */
    public InMemoryEcs(InstantSource clock, String... runningTasks) {
        this.clock = clock;
        this.desired = runningTasks.length;
        withContainers("app");
        deployments.add(deployment("ecs-svc/1", 1, Rollout.COMPLETED, ""));
        for (String id : runningTasks) {
            runTask(id, "ecs-svc/1");
        }
    }

    // --- what ECS does next, as the test says

    /** A task of a deployment runs and its target is healthy. */
    public void runTask(String id, String deployment) {
        task(id, deployment, TaskStatus.RUNNING);
        target(id, Health.HEALTHY);
        recount();
    }

    /** A task of a deployment is somewhere in its life. */
    public void task(String id, String deployment, TaskStatus now) {
        tasks.put(
                id,
                new TaskState(
                        TASK + id,
                        find(deployment).taskDefinition(),
                        deployment,
                        now,
                        now.hasReached(TaskStatus.DEACTIVATING),
                        List.of(id),
                        Optional.empty(),
                        List.of(),
                        List.of(new TaskState.ContainerState("app", Optional.empty(), Optional.empty())),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        recount();
    }

    /** ECS decides to stop a task. */
    public void select(String id) {
        change(id, each -> with(each, each.status(), true, each.stoppedReason(), each.containers()));
    }

    /** A task moves on. */
    public void move(String id, TaskStatus now) {
        change(
                id,
                each -> with(
                        each,
                        now,
                        each.shallStop() || now.hasReached(TaskStatus.DEACTIVATING),
                        each.stoppedReason(),
                        each.containers()));
        recount();
    }

    /** A task of a deployment stops with an exit code, and ECS counts a failure. */
    public void crash(String id, String deployment, int exitCode, String reason) {
        task(id, deployment, TaskStatus.STOPPED);
        change(
                id,
                each -> with(
                        each,
                        TaskStatus.STOPPED,
                        true,
                        Optional.of(reason),
                        List.of(new TaskState.ContainerState("app", Optional.of(exitCode), Optional.empty()))));
        amend(
                deployment,
                each -> copy(each, each.status(), each.running(), each.failed() + 1, each.rollout(), each.reason()));
        recount();
    }

    /** A task of a deployment never starts and is on its way out; whether ECS counts that is said apart. */
    public void neverStarts(String id, String deployment, String reason) {
        task(id, deployment, TaskStatus.DEPROVISIONING);
        change(
                id,
                each -> with(
                        each,
                        TaskStatus.DEPROVISIONING,
                        true,
                        Optional.of(reason),
                        List.of(new TaskState.ContainerState("app", Optional.empty(), Optional.of(reason)))));
    }

    /** ECS counts failures of a deployment, and so does the circuit breaker in the record of its revision. */
    public void counts(String deployment, int revision, int failures, int threshold) {
        amend(deployment, each -> copy(each, each.status(), each.running(), failures, each.rollout(), each.reason()));
        records.clear();
        records.add(new ServiceDeploymentState(
                "arn:record/" + revision,
                "IN_PROGRESS",
                "",
                TASK_DEFINITION + revision,
                Optional.empty(),
                Optional.of(new ServiceDeploymentState.Breaker(failures, threshold, false)),
                List.of()));
    }

    /** ECS forgets a task. */
    public void forget(String id) {
        tasks.remove(id);
    }

    /** A target changes its health. */
    public void target(String id, Health health) {
        target(new Target(id, 8080), health);
    }

    /** A target changes its health. */
    public void target(Target target, Health health) {
        targets.put(target, new TargetState(health, ""));
    }

    /** Somebody deletes the target group. */
    public void deleteTargetGroup() {
        groupDeleted = true;
    }

    /** The load balancer finds a target unhealthy, in its own words. */
    public void unhealthy(String id, String detail) {
        targets.put(new Target(id, 8080), new TargetState(Health.UNHEALTHY, detail));
    }

    /** A target leaves the group. */
    public void targetGone(String id) {
        targetGone(new Target(id, 8080));
    }

    /** A target leaves the group. */
    public void targetGone(Target target) {
        targets.remove(target);
    }

    /** A deployment's rollout state changes. */
    public void rollout(String deployment, Rollout state, String reason) {
        amend(deployment, each -> copy(each, each.status(), each.running(), each.failed(), state, reason));
    }

    /** ECS heads for another deployment; the one before stays ACTIVE. */
    public void newPrimary(String id, int revision, String reason) {
        deployments.replaceAll(each -> each.isPrimary()
                ? copy(each, "ACTIVE", each.running(), each.failed(), each.rollout(), each.reason())
                : each);
        deployments.add(0, deployment(id, revision, Rollout.IN_PROGRESS, reason));
        recount();
    }

    /** A deployment is no longer listed. */
    public void dropDeployment(String id) {
        deployments.removeIf(each -> each.id().equals(id));
    }

    /** ECS writes a line. */
    public void event(String message) {
        events.add(0, new ServiceEvent("event-" + events.size(), clock.instant(), message));
    }

    /** ECS keeps a record of the deployment of a revision. */
    public void record(int revision, String recordStatus, String reason) {
        records.add(
                0,
                new ServiceDeploymentState(
                        "arn:record/" + revision,
                        recordStatus,
                        reason,
                        TASK_DEFINITION + revision,
                        Optional.empty(),
                        Optional.of(new ServiceDeploymentState.Breaker(3, 3, true)),
                        List.of()));
    }

    /** ECS's record of the deployment of a revision shows another status and stage. */
    public void staged(int revision, String recordStatus, String reason, Staging staging) {
        records.removeIf(each -> each.arn().equals("arn:record/" + revision));
        records.add(
                0,
                new ServiceDeploymentState(
                        "arn:record/" + revision,
                        recordStatus,
                        reason,
                        TASK_DEFINITION + revision,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.of(staging)));
    }

    /** A pause hook waits; what its answer brings about is given. */
    public void pause(Consumer<PauseAnswer> whenAnswered) {
        pauses.add(whenAnswered);
    }

    /** All pause hooks but the newest have been answered by somebody else. */
    public void answerNoPauseButTheLast() {
        pauses.subList(0, pauses.size() - 1).clear();
    }

    /** Somebody registers a revision with tags. */
    public void register(int revision, Map<String, String> itsTags) {
        images.put(TASK_DEFINITION + revision, containers(TASK_DEFINITION + 1));
        tags.put(TASK_DEFINITION + revision, Map.copyOf(itsTags));
    }

    // --- what the service is like

    /** The service has another status. */
    public InMemoryEcs withStatus(String newStatus) {
        status = newStatus;
        return this;
    }

    /** The service has another deployment controller. */
    public InMemoryEcs withController(String newController) {
        controller = newController;
        return this;
    }

    /** The service has no load balancer. */
    public InMemoryEcs withoutLoadBalancer() {
        balanced = false;
        targets.clear();
        return this;
    }

    /** ECS keeps records of deployments by itself. */
    public InMemoryEcs keepingRecords() {
        recording = true;
        record(1, "SUCCESSFUL", "");
        return this;
    }

    /** ECS takes updates and begins no deployment. */
    public InMemoryEcs beginningNothing() {
        idle = true;
        return this;
    }

    /** ECS cannot take a deployment of this service back. */
    public InMemoryEcs unableToTurnBack() {
        unable = true;
        return this;
    }

    /** The task definition has these containers. */
    public InMemoryEcs withContainers(String... names) {
        Map<String, String> byName = new LinkedHashMap<>();
        Stream.of(names).forEach(name -> byName.put(name, "registry/web@old"));
        images.put(TASK_DEFINITION + 1, byName);
        return this;
    }

    /** Connections of old tasks may last longer or shorter. */
    public void deregistersWithin(Duration time) {
        delay = time;
    }

    /** The service is deployed by other rules. */
    public InMemoryEcs withRules(UnaryOperator<DeploymentRules> change) {
        rules = change.apply(rules);
        return this;
    }

    /** A file holds this task definition. */
    public InMemoryEcs withFile(String path, FileState content) {
        files.put(path, content);
        return this;
    }

    /** Every revision is another one than usual. */
    public InMemoryEcs withDefinition(UnaryOperator<RevisionState> change) {
        definition = change;
        return this;
    }

    /** The service shall run another number of tasks than it does. */
    public InMemoryEcs withDesired(int count) {
        desired = count;
        return this;
    }

    /** No deployment has completed yet. */
    public InMemoryEcs neverCompleted() {
        rollout("ecs-svc/1", Rollout.IN_PROGRESS, "");
        return this;
    }

    /** The identity lacks a permission. */
    public InMemoryEcs denying(String action) {
        denied.put(action, action);
        return this;
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

    /** Answers show the service as it was before the last update, until told otherwise. */
    public void staleAnswers(boolean on) {
        stale = on;
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

    /** Returns the image of a revision's first container. */
    public String imageOf(int revision) {
        return images.get(TASK_DEFINITION + revision).values().iterator().next();
    }

    /** Returns the ARN of a revision. */
    public static String revisionArn(int revision) {
        return TASK_DEFINITION + revision;
    }

    // --- the ports

    @Override
    public ServiceState service(ClusterName cluster, ServiceName service) {
        called("ecs:DescribeServices");
        require(cluster, service);
        return state();
    }

    private ServiceState state() {
        return state(stale ? List.of(deployment("ecs-svc/1", 1, Rollout.COMPLETED, "")) : deployments);
    }

    @Override
    public List<ServiceState> services(ClusterName cluster, Collection<ServiceName> services) {
        called("ecs:DescribeServices");
        require(cluster, SERVICE);
        return services.contains(SERVICE) ? List.of(state()) : List.of();
    }

    @Override
    public RevisionState revision(String taskDefinitionArn) {
        called("ecs:DescribeTaskDefinition");
        InMemoryTraits also = traits.getOrDefault(taskDefinitionArn, InMemoryTraits.NONE);
        return definition.apply(new RevisionState(
                taskDefinitionArn,
                "awsvpc",
                also.task(),
                containers(taskDefinitionArn).entrySet().stream()
                        .map(each -> new RevisionState.Container(
                                new ContainerName(each.getKey()),
                                each.getValue(),
                                Optional.of(new RevisionState.LogTarget("/prod/web", "web")),
                                Duration.ofSeconds(30),
                                Optional.empty(),
                                List.of(8080),
                                List.of(),
                                also.variablesOf(each.getKey()),
                                also.commandOf(each.getKey())))
                        .toList(),
                tags.getOrDefault(taskDefinitionArn, Map.of()),
                Optional.of(IDENTITY)));
    }

    @Override
    public List<String> activeRevisions(String family) {
        called("ecs:ListTaskDefinitions");
        return images.keySet().stream()
                .filter(arn -> !deregistered.contains(arn))
                .filter(arn -> RevisionState.shortId(arn).startsWith(family + ":"))
                .sorted(Comparator.comparing((String arn) -> Integer.valueOf(arn.substring(TASK_DEFINITION.length())))
                        .reversed())
                .toList();
    }

    @Override
    public Set<String> revisionsInUse(String family) {
        called("ecs:ListServices");
        return Stream.concat(
                        deployments.stream().map(DeploymentState::taskDefinition),
                        tasks.values().stream()
                                .filter(each -> !each.isStopped())
                                .map(TaskState::taskDefinition))
                .collect(Collectors.toSet());
    }

    @Override
    public void deregister(String taskDefinitionArn) {
        called("ecs:DeregisterTaskDefinition");
        deregistered.add(taskDefinitionArn);
    }

    @Override
    public FileState definition(String baseArn, DefinitionFile file) {
        return Optional.ofNullable(files.get(file.path())).orElseThrow();
    }

    /** Returns the images of what the next revision is made from. */
    private Map<String, String> source(String baseArn, RevisionChanges changes) {
        Map<String, String> all = new LinkedHashMap<>();
        changes.file()
                .ifPresentOrElse(
                        file -> definition(baseArn, file)
                                .definition()
                                .containers()
                                .forEach(each -> all.put(each.name().value(), each.image())),
                        () -> all.putAll(containers(baseArn)));
        return all;
    }

    @Override
    public String register(
            String baseArn,
            ContainerName container,
            ImageReference image,
            RevisionChanges changes,
            Map<String, String> tags) {
        called("ecs:RegisterTaskDefinition");
        Map<String, String> next = source(baseArn, changes);
        if (next.replace(container.value(), image.toString()) == null) {
            throw new EngineException(
                    FailureKind.CONTAINER_NOT_FOUND, "There is no container " + container + " in " + baseArn, "", "");
        }
        String arn = TASK_DEFINITION + (images.size() + 1);
        images.put(arn, next);
        Map<String, String> all = new LinkedHashMap<>(this.tags.getOrDefault(baseArn, Map.of()));
        all.keySet().removeIf(key -> key.startsWith(BuildTags.PREFIX));
        all.putAll(changes.tags());
        all.putAll(tags);
        this.tags.put(arn, all);
        traits.put(arn, traits.getOrDefault(baseArn, InMemoryTraits.NONE).changedBy(container, changes));
        return arn;
    }

    private String newestRevision() {
        return images.keySet().stream()
                .max(Comparator.comparing(arn -> Integer.valueOf(arn.substring(TASK_DEFINITION.length()))))
                .orElseThrow();
    }

    @Override
    public Optional<String> equalRevision(
            String baseArn, ContainerName container, ImageReference image, RevisionChanges changes) {
        called("ecs:DescribeTaskDefinition");
        Map<String, String> next = source(baseArn, changes);
        next.replace(container.value(), image.toString());
        InMemoryTraits wanted =
                traits.getOrDefault(baseArn, InMemoryTraits.NONE).changedBy(container, changes);
        return Stream.of(baseArn, newestRevision())
                .filter(each -> next.equals(containers(each)))
                .filter(each -> tags.getOrDefault(each, Map.of())
                        .entrySet()
                        .containsAll(changes.tags().entrySet()))
                .filter(each -> wanted.areLike(traits.getOrDefault(each, InMemoryTraits.NONE), container.value()))
                .findFirst();
    }

    @Override
    public ServiceState update(
            ClusterName cluster, ServiceName service, String taskDefinitionArn, ServiceChanges changes) {
        boolean runsAlready = deployments.get(0).taskDefinition().equals(taskDefinitionArn)
                && placing.providers().equals(placing.changedBy(changes).providers());
        return runsAlready
                ? changed(cluster, service, changes)
                : deployAgain(cluster, service, taskDefinitionArn, changes);
    }

    private ServiceState changed(ClusterName cluster, ServiceName service, ServiceChanges changes) {
        called("ecs:UpdateService");
        require(cluster, service);
        desired = changes.desired().orElse(desired);
        rules = rules.changedBy(changes);
        placing = placing.changedBy(changes);
        return state(deployments);
    }

    @Override
    public ServiceState deployAgain(
            ClusterName cluster, ServiceName service, String taskDefinitionArn, ServiceChanges changes) {
        changed(cluster, service, changes);
        if (idle) {
            return state(deployments);
        }
        int revision = Integer.parseInt(taskDefinitionArn.substring(TASK_DEFINITION.length()));
        String id = deployments.stream().anyMatch(each -> each.id().equals("ecs-svc/" + revision))
                ? "ecs-svc/again-" + revision
                : "ecs-svc/" + revision;
        newPrimary(id, revision, "");
        if (recording) {
            record(revision, "IN_PROGRESS", "");
        }
        return state(deployments);
    }

    @Override
    public void turnBack(String serviceDeploymentArn) {
        called("ecs:StopServiceDeployment");
        ServiceDeploymentState record = records.stream()
                .filter(each -> each.arn().equals(serviceDeploymentArn))
                .findFirst()
                .orElseThrow(() -> new EngineException(
                        FailureKind.AWS_REFUSED, "There is no record " + serviceDeploymentArn, "", ""));
        if (record.isOver() || unable) {
            throw new EngineException(FailureKind.AWS_REFUSED, "It cannot be stopped", "ConflictException", "");
        }
        records.remove(record);
        record(2, "ROLLBACK_REQUESTED", "");
        newPrimary("ecs-svc/back", 1, "rolling back");
    }

    @Override
    public int answerPauses(String serviceDeploymentArn, PauseAnswer answer) {
        called("ecs:DescribeServiceDeployments");
        if (pauses.isEmpty()) {
            return 0;
        }
        called("ecs:ContinueServiceDeployment");
        int waiting = pauses.size();
        pauses.forEach(whenAnswered -> whenAnswered.accept(answer));
        pauses.clear();
        return waiting;
    }

    @Override
    public List<String> listTasks(ClusterName cluster, ServiceName service, TaskList which) {
        called("ecs:ListTasks");
        require(cluster, service);
        return tasks.values().stream()
                .filter(each -> each.shallStop() == (which == TaskList.STOPPED))
                .map(TaskState::arn)
                .toList();
    }

    @Override
    public List<TaskState> tasks(ClusterName cluster, Collection<String> taskArns) {
        called("ecs:DescribeTasks");
        return tasks.values().stream()
                .filter(each -> taskArns.contains(each.arn()))
                .toList();
    }

    @Override
    public Map<String, Instant> protectedUntil(ClusterName cluster, Collection<String> taskArns) {
        called("ecs:GetTaskProtection");
        Map<String, Instant> found = new LinkedHashMap<>(protectedTasks);
        found.keySet().retainAll(taskArns);
        return found;
    }

    /** A task is protected from scale-in. */
    public void protect(String id, Instant until) {
        protectedTasks.put(TASK + id, until);
    }

    @Override
    public Map<String, String> instances(ClusterName cluster, Collection<String> containerInstanceArns) {
        called("ecs:DescribeContainerInstances");
        return Map.of();
    }

    @Override
    public List<ServiceDeploymentState> serviceDeployments(ClusterName cluster, ServiceName service) {
        called("ecs:ListServiceDeployments");
        return List.copyOf(records);
    }

    @Override
    public Duration deregistrationDelay(String targetGroupArn) {
        called("elasticloadbalancing:DescribeTargetGroupAttributes");
        require(targetGroupArn);
        return delay;
    }

    @Override
    public Duration healthyWithin(String targetGroupArn) {
        called("elasticloadbalancing:DescribeTargetGroups");
        require(targetGroupArn);
        return Duration.ofSeconds(10);
    }

    @Override
    public Map<Target, TargetState> targets(String targetGroupArn) {
        called("elasticloadbalancing:DescribeTargetHealth");
        return targetGroupArn.equals(GROUP) && !groupDeleted ? Map.copyOf(targets) : Map.of();
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

    /** An alarm is in ALARM. */
    public InMemoryEcs inAlarm(String name) {
        firing.add(name);
        return this;
    }

    @Override
    public Optional<Range> range(ClusterName cluster, ServiceName service) {
        called("application-autoscaling:DescribeScalableTargets");
        return cluster.equals(CLUSTER) && service.equals(SERVICE) ? scaled : Optional.empty();
    }

    /** Application Auto Scaling sets the desired count of the service. */
    public InMemoryEcs scaledBetween(int minimum, int maximum) {
        scaled = Optional.of(new Range(minimum, maximum));
        return this;
    }

    /** Takes the log group of the service away. */
    public InMemoryEcs withoutLogGroup() {
        groups.clear();
        return this;
    }

    @Override
    public LogPage read(String group, String stream, Optional<String> from) {
        called("logs:GetLogEvents");
        List<LogPage.Line> all = streams.getOrDefault(group + stream, List.of());
        return new LogPage(
                all.subList(from.map(Integer::parseInt).orElse(0), all.size()),
                Optional.of(String.valueOf(all.size())));
    }

    // --- how it is kept

    private void called(String action) {
        calls.add(action);
        before.getOrDefault(action, () -> {}).run();
        if (denied.containsKey(action)) {
            throw new AccessDenied(action, "arn:of/" + action, "not authorized to perform: " + action, null);
        }
        if (!next.isEmpty()) {
            throw next.remove();
        }
    }

    private static void require(ClusterName cluster, ServiceName service) {
        if (!cluster.equals(CLUSTER)) {
            throw new EngineException(FailureKind.CLUSTER_NOT_FOUND, "There is no cluster " + cluster, "", "");
        }
        if (!service.equals(SERVICE)) {
            throw new EngineException(FailureKind.SERVICE_NOT_FOUND, "There is no service " + service, "MISSING", "");
        }
    }

    private static void require(String targetGroupArn) {
        if (!targetGroupArn.equals(GROUP)) {
            throw new EngineException(FailureKind.AWS_REFUSED, "There is no target group " + targetGroupArn, "", "");
        }
    }

    private Map<String, String> containers(String taskDefinitionArn) {
        return Optional.ofNullable(images.get(taskDefinitionArn))
                .orElseThrow(() -> new EngineException(
                        FailureKind.AWS_REFUSED, "There is no revision " + taskDefinitionArn, "", ""));
    }

    private ServiceState state(List<DeploymentState> shown) {
        return new ServiceState(
                "arn:aws:ecs:eu-central-1:123456789012:service/prod/web",
                SERVICE.value(),
                status,
                desired,
                (int) tasks.values().stream()
                        .filter(each -> each.status() == TaskStatus.RUNNING)
                        .count(),
                shown.get(0).taskDefinition(),
                controller,
                rules,
                shown,
                balanced ? List.of(new ServiceState.LoadBalancer(Optional.of(GROUP), "app", 8080)) : List.of(),
                events.stream().limit(100).toList(),
                placing);
    }

    private DeploymentState deployment(String id, int revision, Rollout rollout, String reason) {
        return new DeploymentState(id, "PRIMARY", TASK_DEFINITION + revision, desired, 0, 0, 0, rollout, reason);
    }

    private DeploymentState find(String id) {
        return deployments.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no deployment " + id));
    }

    private void amend(String id, UnaryOperator<DeploymentState> change) {
        deployments.replaceAll(each -> each.id().equals(id) ? change.apply(each) : each);
    }

    private void recount() {
        deployments.replaceAll(
                each -> copy(each, each.status(), running(each.id()), each.failed(), each.rollout(), each.reason()));
    }

    private int running(String deployment) {
        return (int) tasks.values().stream()
                .filter(each -> each.startedBy().equals(deployment) && each.status() == TaskStatus.RUNNING)
                .count();
    }

    private static DeploymentState copy(
            DeploymentState of, String status, int running, int failed, Rollout rollout, String reason) {
        return new DeploymentState(
                of.id(), status, of.taskDefinition(), of.desired(), of.pending(), running, failed, rollout, reason);
    }

    private void change(String id, UnaryOperator<TaskState> change) {
        tasks.computeIfPresent(id, (key, task) -> change.apply(task));
    }

    private static TaskState with(
            TaskState of,
            TaskStatus status,
            boolean shallStop,
            Optional<String> reason,
            List<TaskState.ContainerState> containers) {
        return new TaskState(
                of.arn(),
                of.taskDefinition(),
                of.startedBy(),
                status,
                shallStop,
                of.addresses(),
                of.containerInstance(),
                of.bindings(),
                containers,
                of.stopCode(),
                reason,
                of.stoppedAt());
    }
}
