package org.ecsdelivery.sandbox.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.settings.DefinitionFile;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.settings.ServiceChanges;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.ecs.EcsApi;
import org.ecsdelivery.engine.ecs.FileState;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.ecs.Target;
import org.ecsdelivery.engine.ecs.TargetGroupApi;
import org.ecsdelivery.engine.ecs.TargetState;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.ecs.TaskTraits;
import org.ecsdelivery.engine.ecs.Variables;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.ecsdelivery.sandbox.aws.front.Throttle;

/** Many services of one account, with AWS's token buckets in front; every call is counted, and one without a token is refused. */
final class FleetWorld implements EcsApi, TargetGroupApi {
    private final InstantSource clock;
    private final Throttle throttle = new Throttle();
    private final Map<String, FleetService> services = new LinkedHashMap<>();
    private final List<Instant> calls = new ArrayList<>();
    private int throttled;

    FleetWorld(InstantSource clock, int count) {
        this.clock = clock;
        for (int i = 0; i < count; i++) {
            services.put(FleetService.name(i), new FleetService(i));
        }
    }

    synchronized List<Instant> calls() {
        return List.copyOf(calls);
    }

    synchronized int throttled() {
        return throttled;
    }

    Optional<Instant> end(int number) {
        return named(FleetService.name(number)).end();
    }

    private synchronized void call(String action) {
        Instant now = clock.instant();
        calls.add(now);
        if (!throttle.take(action, now)) {
            throttled++;
            throw new TransientFailure(action + " was throttled", "ThrottlingException: Rate exceeded", null);
        }
    }

    private FleetService named(String name) {
        return Objects.requireNonNull(services.get(name));
    }

    /** The name stands between the last slash and a colon, or between the last two slashes. */
    private FleetService ofArn(String arn, int fromTheEnd) {
        String[] parts = arn.split("/");
        return named(parts[parts.length - fromTheEnd].replaceFirst(":\\d+$", ""));
    }

    @Override
    public ServiceState service(ClusterName cluster, ServiceName service) {
        call("ecs:DescribeServices");
        return named(service.value()).state(clock.instant());
    }

    @Override
    public List<ServiceState> services(ClusterName cluster, Collection<ServiceName> names) {
        call("ecs:DescribeServices");
        return names.stream()
                .map(each -> named(each.value()).state(clock.instant()))
                .toList();
    }

    @Override
    public RevisionState revision(String taskDefinitionArn) {
        call("ecs:DescribeTaskDefinition");
        var app = new RevisionState.Container(
                new ContainerName("app"),
                "app:1",
                Optional.empty(),
                Duration.ofSeconds(30),
                Optional.empty(),
                List.of(8080),
                List.of(),
                Variables.NONE,
                List.of());
        return new RevisionState(
                taskDefinitionArn, "awsvpc", TaskTraits.NONE, List.of(app), Map.of(), Optional.empty());
    }

    @Override
    public FileState definition(String baseArn, DefinitionFile file) {
        return new FileState(revision(baseArn), List.of());
    }

    @Override
    public List<String> activeRevisions(String family) {
        call("ecs:ListTaskDefinitions");
        return List.of();
    }

    @Override
    public Set<String> revisionsInUse(String family) {
        return Set.of();
    }

    @Override
    public void deregister(String taskDefinitionArn) {
        call("ecs:DeregisterTaskDefinition");
    }

    @Override
    public String register(
            String baseArn,
            ContainerName container,
            ImageReference image,
            RevisionChanges changes,
            Map<String, String> tags) {
        call("ecs:DescribeTaskDefinition");
        call("ecs:RegisterTaskDefinition");
        return ofArn(baseArn, 1).definition(2);
    }

    @Override
    public Optional<String> equalRevision(
            String baseArn, ContainerName container, ImageReference image, RevisionChanges changes) {
        call("ecs:DescribeTaskDefinition");
        call("ecs:DescribeTaskDefinition");
        return Optional.empty();
    }

    @Override
    public ServiceState update(
            ClusterName cluster, ServiceName service, String taskDefinitionArn, ServiceChanges changes) {
        call("ecs:UpdateService");
        FleetService updated = named(service.value());
        updated.update(clock.instant());
        return updated.state(clock.instant());
    }

    @Override
    public ServiceState deployAgain(
            ClusterName cluster, ServiceName service, String taskDefinitionArn, ServiceChanges changes) {
        return update(cluster, service, taskDefinitionArn, changes);
    }

    @Override
    public void turnBack(String serviceDeploymentArn) {
        throw new UnsupportedOperationException("nobody stops a deployment of this fleet");
    }

    @Override
    public int answerPauses(String serviceDeploymentArn, PauseAnswer answer) {
        throw new UnsupportedOperationException("no deployment of this fleet has a pause hook");
    }

    @Override
    public List<String> listTasks(ClusterName cluster, ServiceName service, TaskList which) {
        call("ecs:ListTasks");
        return named(service.value()).tasks(clock.instant()).stream()
                .filter(task -> task.shallStop() == (which == TaskList.STOPPED))
                .map(TaskState::arn)
                .toList();
    }

    @Override
    public List<TaskState> tasks(ClusterName cluster, Collection<String> taskArns) {
        call("ecs:DescribeTasks");
        return taskArns.stream()
                .map(arn -> ofArn(arn, 2))
                .distinct()
                .flatMap(service -> service.tasks(clock.instant()).stream())
                .filter(task -> taskArns.contains(task.arn()))
                .toList();
    }

    @Override
    public Map<String, Instant> protectedUntil(ClusterName cluster, Collection<String> taskArns) {
        call("ecs:GetTaskProtection");
        return Map.of();
    }

    @Override
    public Map<String, String> instances(ClusterName cluster, Collection<String> containerInstanceArns) {
        call("ecs:DescribeContainerInstances");
        return Map.of();
    }

    @Override
    public List<ServiceDeploymentState> serviceDeployments(ClusterName cluster, ServiceName service) {
        call("ecs:ListServiceDeployments");
        return List.of();
    }

    @Override
    public Duration deregistrationDelay(String targetGroupArn) {
        call("elasticloadbalancing:DescribeTargetGroupAttributes");
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration healthyWithin(String targetGroupArn) {
        call("elasticloadbalancing:DescribeTargetGroups");
        return Duration.ofSeconds(10);
    }

    @Override
    public Map<Target, TargetState> targets(String targetGroupArn) {
        call("elasticloadbalancing:DescribeTargetHealth");
        return ofArn(targetGroupArn, 2).targets(clock.instant());
    }
}
