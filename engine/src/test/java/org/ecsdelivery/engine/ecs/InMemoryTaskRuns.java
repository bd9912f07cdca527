package org.ecsdelivery.engine.ecs;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.LaunchOn;
import org.ecsdelivery.common.settings.TaskPlacement;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.common.value.TaskDefinitionName;
import org.ecsdelivery.engine.ecs.TaskState.ContainerState;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.failure.TransientFailure;

/** One task definition and its tasks, held in memory. Nothing happens by itself: a test says what ECS does next. */
public final class InMemoryTaskRuns implements TaskRunApi {
    /** The cluster. */
    public static final ClusterName CLUSTER = new ClusterName("prod");
    /** The family of the task definition. */
    public static final TaskDefinitionName DEFINITION = new TaskDefinitionName("migrate");
    /** The revision. */
    public static final String REVISION = "arn:aws:ecs:eu-central-1:123456789012:task-definition/migrate:7";
    /** A service on Fargate. */
    public static final ServiceName SERVICE = new ServiceName("web");
    /** The log group of every container. */
    public static final String GROUP = "/prod/migrate";

    private static final String TASK = "arn:aws:ecs:eu-central-1:123456789012:task/prod/task";

    private final Map<String, TaskState> tasks = new LinkedHashMap<>();
    private final Map<String, String> taskOfToken = new LinkedHashMap<>();
    private final List<Order> orders = Collections.synchronizedList(new ArrayList<>());
    private final List<String> stops = Collections.synchronizedList(new ArrayList<>());
    private final Deque<RunFailure> refusals = new ArrayDeque<>();
    private final Map<String, Deque<RuntimeException>> failures = new LinkedHashMap<>();
    private final Set<ContainerName> essential = new LinkedHashSet<>();
    private final Set<ContainerName> containers = new LinkedHashSet<>();
    private String networkMode = "bridge";
    private Predicate<String> revisions = REVISION::equals;
    private int looks;

    /** Makes a task definition with these essential containers. */
    public InMemoryTaskRuns(String... names) {
        Stream.of(names).map(ContainerName::new).forEach(name -> {
            containers.add(name);
            essential.add(name);
        });
    }

    /** The task definition has one more container, whose end is not the task's. */
    public InMemoryTaskRuns withBystander(String name) {
        containers.add(new ContainerName(name));
        return this;
    }

    /** Tasks have a network interface of their own. */
    public InMemoryTaskRuns withOwnNetwork() {
        networkMode = "awsvpc";
        return this;
    }

    /** There are more revisions, with the same containers. */
    public InMemoryTaskRuns withRevisions(Predicate<String> arns) {
        revisions = arns;
        return this;
    }

    // --- what ECS does next, as the test says

    /** The next request is refused. */
    public void refuse(String reason) {
        refusals.add(new RunFailure(reason, ""));
    }

    /** The next call of an operation fails. */
    public void fail(String action, RuntimeException failure) {
        failures.computeIfAbsent(action, key -> new ArrayDeque<>()).add(failure);
    }

    /** The next call of an operation fails for a passing reason. */
    public void throttle(String action) {
        fail(action, new TransientFailure("ECS did not answer", "ThrottlingException: Rate exceeded", null));
    }

    /** The newest task moves on. */
    public void move(TaskStatus now) {
        change(each -> with(each, now, each.shallStop(), each.containers(), each.stopCode(), each.stoppedReason()));
    }

    /** The newest task ends by itself, its containers with these codes, in their order. */
    public void exit(Integer... codes) {
        List<ContainerName> names = List.copyOf(containers);
        List<ContainerState> ends = new ArrayList<>();
        for (int at = 0; at < names.size(); at++) {
            ends.add(new ContainerState(names.get(at).value(), Optional.of(codes[at]), Optional.empty()));
        }
        end("EssentialContainerExited", "Essential container in task exited", ends.toArray(ContainerState[]::new));
    }

    /** The newest task ends in some way. */
    public void end(String stopCode, String reason, ContainerState... ends) {
        change(each -> with(each, TaskStatus.STOPPED, true, List.of(ends), Optional.of(stopCode), Optional.of(reason)));
    }

    /** ECS forgets every task. */
    public void forget() {
        tasks.clear();
    }

    /** Returns the requests for a task so far. */
    public List<Order> orders() {
        return List.copyOf(orders);
    }

    /** Returns the reasons for which tasks were told to stop. */
    public List<String> stops() {
        return List.copyOf(stops);
    }

    /** The task of that number, from 1, ends by itself, its containers with these codes. */
    public void exitOf(int number, Integer... codes) {
        String arn = TASK + number;
        // the newest is the last one
        TaskState task = tasks.remove(arn);
        if (task != null) {
            tasks.put(arn, task);
            exit(codes);
        }
    }

    /** Returns how many tasks shall run and do. */
    public long running() {
        return tasks.values().stream()
                .filter(task -> !task.isStopped() && !task.shallStop())
                .count();
    }

    /** Returns how often tasks were looked at. */
    public int looks() {
        return looks;
    }

    /** Returns the log stream of a container of the first task. */
    public static String stream(String container) {
        return "run/" + container + "/task1";
    }

    // --- the port

    @Override
    public RunnableDefinition definition(TaskDefinitionName name) {
        called("ecs:DescribeTaskDefinition");
        if (!name.equals(DEFINITION) && !revisions.test(name.value())) {
            throw new EngineException(
                    FailureKind.TASK_DEFINITION_NOT_FOUND, "There is no task definition " + name, "", "");
        }
        List<RevisionState.Container> all = containers.stream()
                .map(each -> new RevisionState.Container(
                        each,
                        "registry/migrate:1",
                        Optional.of(new RevisionState.LogTarget(GROUP, "run")),
                        Duration.ofSeconds(30),
                        Optional.empty(),
                        List.of(8080),
                        List.of(),
                        Variables.NONE,
                        List.of()))
                .toList();
        return new RunnableDefinition(
                new RevisionState(
                        name.equals(DEFINITION) ? REVISION : name.value(),
                        networkMode,
                        TaskTraits.NONE,
                        all,
                        Map.of(),
                        Optional.empty()),
                essential);
    }

    @Override
    public TaskPlacement placeOf(ClusterName cluster, ServiceName service) {
        called("ecs:DescribeServices");
        if (!service.equals(SERVICE)) {
            throw new EngineException(FailureKind.SERVICE_NOT_FOUND, "There is no service " + service, "", "");
        }
        return TaskPlacement.on(
                LaunchOn.FARGATE,
                Optional.of(new TaskPlacement.Network(
                        List.of("subnet-0a1b2c3d4e5f60718"), List.of("sg-0a1b2c3d4e5f60718"), false)));
    }

    @Override
    public Attempt run(Order order) {
        orders.add(order);
        called("ecs:RunTask");
        if (!order.cluster().equals(CLUSTER)) {
            throw new EngineException(FailureKind.CLUSTER_NOT_FOUND, "There is no cluster " + order.cluster(), "", "");
        }
        if (!refusals.isEmpty()) {
            return new Attempt(Optional.empty(), List.of(refusals.remove()));
        }
        String arn = taskOfToken.computeIfAbsent(order.token(), key -> begin(order));
        return new Attempt(Optional.ofNullable(tasks.get(arn)), List.of());
    }

    private String begin(Order order) {
        String arn = TASK + (tasks.size() + 1);
        tasks.put(
                arn,
                new TaskState(
                        arn,
                        order.taskDefinition(),
                        order.startedBy(),
                        TaskStatus.PROVISIONING,
                        false,
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        return arn;
    }

    @Override
    public List<TaskState> unfinished(ClusterName cluster, String family, String startedBy) {
        called("ecs:ListTasks");
        return tasks.values().stream()
                .filter(each -> each.startedBy().equals(startedBy) && !each.isStopped())
                .filter(each -> each.taskDefinition().contains("/" + family + ":"))
                .toList();
    }

    @Override
    public List<TaskState> tasks(ClusterName cluster, Collection<String> taskArns) {
        called("ecs:DescribeTasks");
        looks++;
        return taskArns.stream()
                .flatMap(arn -> Stream.ofNullable(tasks.get(arn)))
                .toList();
    }

    @Override
    public void stop(ClusterName cluster, String taskArn, String reason) {
        called("ecs:StopTask");
        stops.add(reason);
        tasks.computeIfPresent(
                taskArn,
                (key, each) -> with(
                        each,
                        each.status(),
                        true,
                        each.containers(),
                        Optional.of("UserInitiated"),
                        Optional.of(reason)));
    }

    private void called(String action) {
        RuntimeException failure =
                failures.getOrDefault(action, new ArrayDeque<>()).poll();
        if (failure != null) {
            throw failure;
        }
    }

    private void change(UnaryOperator<TaskState> change) {
        tasks.keySet().stream()
                .reduce((first, second) -> second)
                .ifPresent(arn -> tasks.computeIfPresent(arn, (key, task) -> change.apply(task)));
    }

    private static TaskState with(
            TaskState of,
            TaskStatus status,
            boolean shallStop,
            List<ContainerState> containers,
            Optional<String> stopCode,
            Optional<String> reason) {
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
                stopCode,
                reason,
                of.stoppedAt());
    }
}
