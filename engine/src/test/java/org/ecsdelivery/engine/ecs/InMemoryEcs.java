package org.ecsdelivery.engine.ecs;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.PropagateTags;
import org.ecsdelivery.common.settings.ServiceChanges;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** One service behind one target group, held in memory. Nothing happens by itself: a test says what ECS does next. */
public final class InMemoryEcs extends InMemoryRollouts {
    /** The cluster. */
    public static final ClusterName CLUSTER = new ClusterName("prod");
    /** The service. */
    public static final ServiceName SERVICE = new ServiceName("web");
    /** The target group. */
    public static final String GROUP = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/web/1";

    private final List<Consumer<PauseAnswer>> pauses = new ArrayList<>();
    private String status = "ACTIVE";
    private String controller = "ECS";
    private DeploymentRules rules = new DeploymentRules("ROLLING", "REPLICA", 100, 200, Duration.ZERO, true, true);
    private ServiceTraits placing = new ServiceTraits("FARGATE", List.of(), PropagateTags.NONE);
    private boolean balanced = true;
    private boolean recording;
    private boolean idle;
    private boolean unable;
    private boolean stale;

    /** Makes a service in steady state, running revision web:1 in the given tasks; each task's id is also its address. */
    public InMemoryEcs(InstantSource clock, String... runningTasks) {
        super(clock);
        this.desired = runningTasks.length;
        withContainers("app");
        deployments.add(deployment("ecs-svc/1", 1, Rollout.COMPLETED, ""));
        for (String id : runningTasks) {
            runTask(id, "ecs-svc/1");
        }
    }

    /** A pause hook waits; what its answer brings about is given. */
    public void pause(Consumer<PauseAnswer> whenAnswered) {
        pauses.add(whenAnswered);
    }

    /** All pause hooks but the newest have been answered by somebody else. */
    public void answerNoPauseButTheLast() {
        pauses.subList(0, pauses.size() - 1).clear();
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

    /** Answers show the service as it was before the last update, until told otherwise. */
    public void staleAnswers(boolean on) {
        stale = on;
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

    /** An alarm is in ALARM. */
    public InMemoryEcs inAlarm(String name) {
        firing.add(name);
        return this;
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

    // --- how it is kept

    private static void require(ClusterName cluster, ServiceName service) {
        if (!cluster.equals(CLUSTER)) {
            throw new EngineException(FailureKind.CLUSTER_NOT_FOUND, "There is no cluster " + cluster, "", "");
        }
        if (!service.equals(SERVICE)) {
            throw new EngineException(FailureKind.SERVICE_NOT_FOUND, "There is no service " + service, "MISSING", "");
        }
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
}
