package org.ecsdelivery.engine.ecs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.TargetState.Health;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** The deployments of one service with their tasks and targets, held in memory. A test says what ECS does next. */
abstract class InMemoryRollouts extends InMemoryRevisions implements TargetGroupApi {
    static final String TASK = "arn:aws:ecs:eu-central-1:123456789012:task/prod/";

    final Map<String, TaskState> tasks = new LinkedHashMap<>();
    final Map<Target, TargetState> targets = new LinkedHashMap<>();
    final List<DeploymentState> deployments = new ArrayList<>();
    final List<ServiceEvent> events = new ArrayList<>();
    final List<ServiceDeploymentState> records = new ArrayList<>();
    int desired;
    final Map<String, Instant> protectedTasks = new LinkedHashMap<>();
    Duration delay = Duration.ofSeconds(30);
    boolean groupDeleted;

    InMemoryRollouts(InstantSource clock) {
        super(clock);
    }

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
                        containersOf(find(deployment).taskDefinition()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        recount();
    }

    /** What a task runs is told as long as a digest stands in its revision. */
    private List<TaskState.ContainerState> containersOf(String taskDefinition) {
        return images.getOrDefault(taskDefinition, Map.of("app", "")).entrySet().stream()
                .map(each -> new TaskState.ContainerState(
                        each.getKey(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(each.getValue())
                                .filter(image -> image.contains("@"))
                                .map(image -> image.substring(image.indexOf('@') + 1))))
                .toList();
    }

    /** A task runs another image than its revision says. */
    public void swap(String id, String digest) {
        change(
                id,
                each -> with(
                        each,
                        each.status(),
                        each.shallStop(),
                        each.stoppedReason(),
                        each.containers().stream()
                                .map(container -> new TaskState.ContainerState(
                                        container.name(),
                                        container.exitCode(),
                                        container.reason(),
                                        Optional.of(digest).filter(text -> !text.isEmpty())))
                                .toList()));
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

    /** Connections of old tasks may last longer or shorter. */
    public void deregistersWithin(Duration time) {
        delay = time;
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
        return targetGroupArn.equals(InMemoryEcs.GROUP) && !groupDeleted ? Map.copyOf(targets) : Map.of();
    }

    DeploymentState deployment(String id, int revision, Rollout rollout, String reason) {
        return new DeploymentState(id, "PRIMARY", TASK_DEFINITION + revision, desired, 0, 0, 0, rollout, reason);
    }

    DeploymentState find(String id) {
        return deployments.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no deployment " + id));
    }

    void amend(String id, UnaryOperator<DeploymentState> change) {
        deployments.replaceAll(each -> each.id().equals(id) ? change.apply(each) : each);
    }

    void recount() {
        deployments.replaceAll(
                each -> copy(each, each.status(), running(each.id()), each.failed(), each.rollout(), each.reason()));
    }

    int running(String deployment) {
        return (int) tasks.values().stream()
                .filter(each -> each.startedBy().equals(deployment) && each.status() == TaskStatus.RUNNING)
                .count();
    }

    static DeploymentState copy(
            DeploymentState of, String status, int running, int failed, Rollout rollout, String reason) {
        return new DeploymentState(
                of.id(), status, of.taskDefinition(), of.desired(), of.pending(), running, failed, rollout, reason);
    }

    void change(String id, UnaryOperator<TaskState> change) {
        tasks.computeIfPresent(id, (key, task) -> change.apply(task));
    }

    static TaskState with(
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

    static void require(String targetGroupArn) {
        if (!targetGroupArn.equals(InMemoryEcs.GROUP)) {
            throw new EngineException(FailureKind.AWS_REFUSED, "There is no target group " + targetGroupArn, "", "");
        }
    }
}
