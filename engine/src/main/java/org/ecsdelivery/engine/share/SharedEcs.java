package org.ecsdelivery.engine.share;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.event.DeployEvent.TurnAwaited;
import org.ecsdelivery.engine.event.EngineListener;

/** ECS for several threads. */
final class SharedEcs implements EcsApi {
    /** How many a call can ask about (ECS API reference, DescribeServices and DescribeTasks). */
    private static final int SERVICES_A_CALL = 10;

    private static final int TASKS_A_CALL = 100;
    private static final Duration WORTH_TELLING = Duration.ofSeconds(5);

    private final EcsApi ecs;
    private final Turns turns;
    private final Company company;
    private final EngineListener listener;
    private final Map<ClusterName, SharedQuestion<ServiceName, ServiceState>> services = new ConcurrentHashMap<>();
    private final Map<ClusterName, SharedQuestion<String, TaskState>> tasks = new ConcurrentHashMap<>();

    SharedEcs(EcsApi ecs, Turns turns, Company company, EngineListener listener) {
        this.ecs = ecs;
        this.turns = turns;
        this.company = company;
        this.listener = listener;
    }

    @Override
    public ServiceState service(ClusterName cluster, ServiceName service) {
        company.saw(cluster + "/" + service);
        return Optional.ofNullable(servicesOf(cluster).about(List.of(service)).get(service))
                .orElseGet(() -> alone(cluster, service));
    }

    /** Asks once more about a service that ECS does not name, for the port says best what is wrong. */
    private ServiceState alone(ClusterName cluster, ServiceName service) {
        turns.await(CallRate.SERVICE_READ);
        return ecs.service(cluster, service);
    }

    @Override
    public List<ServiceState> services(ClusterName cluster, Collection<ServiceName> names) {
        turns.await(CallRate.SERVICE_READ);
        return ecs.services(cluster, names);
    }

    private SharedQuestion<ServiceName, ServiceState> servicesOf(ClusterName cluster) {
        return services.computeIfAbsent(
                cluster,
                in -> new SharedQuestion<>(
                        SERVICES_A_CALL,
                        CallRate.SERVICE_READ,
                        turns,
                        company::patience,
                        names -> described(in, names)));
    }

    private Map<ServiceName, ServiceState> described(ClusterName cluster, Set<ServiceName> names) {
        if (names.size() == 1) {
            ServiceName only = names.iterator().next();
            return Map.of(only, ecs.service(cluster, only));
        }
        return ecs.services(cluster, names).stream()
                .collect(Collectors.toMap(each -> new ServiceName(each.name()), Function.identity()));
    }

    @Override
    public List<TaskState> tasks(ClusterName cluster, Collection<String> taskArns) {
        return List.copyOf(tasksOf(cluster).about(taskArns).values());
    }

    private SharedQuestion<String, TaskState> tasksOf(ClusterName cluster) {
        return tasks.computeIfAbsent(
                cluster,
                in -> new SharedQuestion<>(
                        TASKS_A_CALL,
                        CallRate.CLUSTER_RESOURCE_READ,
                        turns,
                        company::patience,
                        arns -> ecs.tasks(in, arns).stream()
                                .collect(Collectors.toMap(TaskState::arn, Function.identity()))));
    }

    @Override
    public RevisionState revision(String taskDefinitionArn) {
        turns.await(CallRate.REVISION_READ);
        return ecs.revision(taskDefinitionArn);
    }

    @Override
    public FileState definition(String baseArn, DefinitionFile file) {
        return ecs.definition(baseArn, file);
    }

    @Override
    public List<String> activeRevisions(String family) {
        turns.await(CallRate.REVISION_READ);
        return ecs.activeRevisions(family);
    }

    /** How many calls that takes nobody knows before; they come after a deployment, when nobody waits for it. */
    @Override
    public Set<String> revisionsInUse(String family) {
        turns.await(CallRate.SERVICE_READ);
        turns.await(CallRate.CLUSTER_RESOURCE_READ);
        return ecs.revisionsInUse(family);
    }

    @Override
    public void deregister(String taskDefinitionArn) {
        turns.await(CallRate.REVISION_CHANGE, wait -> tellOf("ecs:DeregisterTaskDefinition", wait));
        ecs.deregister(taskDefinitionArn);
    }

    @Override
    public String register(
            String baseArn,
            ContainerName container,
            ImageReference image,
            RevisionChanges changes,
            Map<String, String> tags) {
        turns.await(CallRate.REVISION_READ);
        // the scarce turn comes last, or else those who wait for the other would all come at once
        turns.await(CallRate.REVISION_CHANGE, wait -> tellOf("ecs:RegisterTaskDefinition", wait));
        return ecs.register(baseArn, container, image, changes, tags);
    }

    /** The base, and the newest of its family. */
    @Override
    public Optional<String> equalRevision(
            String baseArn, ContainerName container, ImageReference image, RevisionChanges changes) {
        turns.await(CallRate.REVISION_READ);
        turns.await(CallRate.REVISION_READ);
        return ecs.equalRevision(baseArn, container, image, changes);
    }

    private void tellOf(String action, Duration wait) {
        if (wait.compareTo(WORTH_TELLING) > 0) {
            listener.on(new TurnAwaited(action, wait));
        }
    }

    @Override
    public ServiceState update(
            ClusterName cluster, ServiceName service, String taskDefinitionArn, ServiceChanges changes) {
        turns.await(CallRate.SERVICE_CHANGE);
        return ecs.update(cluster, service, taskDefinitionArn, changes);
    }

    @Override
    public ServiceState deployAgain(
            ClusterName cluster, ServiceName service, String taskDefinitionArn, ServiceChanges changes) {
        turns.await(CallRate.SERVICE_CHANGE);
        return ecs.deployAgain(cluster, service, taskDefinitionArn, changes);
    }

    @Override
    public List<String> listTasks(ClusterName cluster, ServiceName service, TaskList which) {
        turns.await(CallRate.CLUSTER_RESOURCE_READ);
        List<String> arns = ecs.listTasks(cluster, service, which);
        turns.count(CallRate.CLUSTER_RESOURCE_READ, arns.size() / (TASKS_A_CALL + 1));
        return arns;
    }

    @Override
    public Map<String, Instant> protectedUntil(ClusterName cluster, Collection<String> taskArns) {
        turns.await(CallRate.TASK_PROTECTION);
        return ecs.protectedUntil(cluster, taskArns);
    }

    @Override
    public Map<String, String> instances(ClusterName cluster, Collection<String> containerInstanceArns) {
        turns.await(CallRate.CLUSTER_RESOURCE_READ);
        return ecs.instances(cluster, containerInstanceArns);
    }

    /** One list, and one call for all records in it; a service revision that is new costs a third. */
    @Override
    public List<ServiceDeploymentState> serviceDeployments(ClusterName cluster, ServiceName service) {
        turns.count(CallRate.SERVICE_REVISION, 1);
        turns.await(CallRate.SERVICE_DEPLOYMENT);
        turns.await(CallRate.SERVICE_DEPLOYMENT);
        return ecs.serviceDeployments(cluster, service);
    }

    /** One call to find the hooks; an answer to one costs another. */
    @Override
    public int answerPauses(String serviceDeploymentArn, PauseAnswer answer) {
        turns.await(CallRate.SERVICE_DEPLOYMENT);
        int answered = ecs.answerPauses(serviceDeploymentArn, answer);
        turns.count(CallRate.SERVICE_DEPLOYMENT, answered);
        return answered;
    }

    /** Waits for no turn: who is being stopped has no time, and does it once. */
    @Override
    public void turnBack(String serviceDeploymentArn) {
        turns.count(CallRate.SERVICE_DEPLOYMENT, 1);
        ecs.turnBack(serviceDeploymentArn);
    }
}
