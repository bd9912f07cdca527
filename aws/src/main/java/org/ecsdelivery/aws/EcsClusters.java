package org.ecsdelivery.aws;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecsdelivery.aws.call.AwsCalls;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.aws.call.RawAnswer;
import org.ecsdelivery.aws.call.RawBodies;
import org.ecsdelivery.aws.call.RawObject;
import org.ecsdelivery.aws.call.RawText;
import org.ecsdelivery.common.settings.DefinitionFile;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.settings.ServiceChanges;
import org.ecsdelivery.common.value.AwsRegion;
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
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerInstance;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;
import software.amazon.awssdk.services.ecs.model.ProtectedTask;
import software.amazon.awssdk.services.ecs.model.StopServiceDeploymentStopType;

/** ECS, with its pages and batches out of sight. */
final class EcsClusters implements EcsApi {
    /** The most ARNs in one question (ECS API reference, DescribeTasks and DescribeContainerInstances). */
    private static final int BATCH = 100;

    /** The most services in one question (ECS API reference, DescribeServices). */
    private static final int SERVICES = 10;

    private final EcsClient client;
    private final AwsCalls calls;
    private final AwsRegion region;
    private final ServiceDeployments deployments;
    private final PauseHooks pauses;
    private final Revisions revisions;
    private final ShelvedRevisions shelf;

    EcsClusters(EcsClient client, AwsCalls calls, AwsRegion region) {
        this.client = client;
        this.calls = calls;
        this.region = region;
        this.deployments = new ServiceDeployments(client, calls);
        this.pauses = new PauseHooks(client, calls);
        this.revisions = new Revisions(client, calls);
        this.shelf = new ShelvedRevisions(client, calls);
    }

    @Override
    public ServiceState service(ClusterName cluster, ServiceName service) {
        return EcsStates.service(described(cluster, service).model());
    }

    private ServiceUpdate.Current described(ClusterName cluster, ServiceName service) {
        EcsFailures failures = failures(cluster, Optional.of(service));
        return calls.of(
                operation("ecs:DescribeServices", cluster, service),
                () -> failures.naming(() -> {
                    RawAnswer raw = new RawAnswer();
                    return client
                            .describeServices(request -> request.cluster(cluster.value())
                                    .services(service.value())
                                    .overrideConfiguration(RawBodies.hearing(raw)))
                            .services()
                            .stream()
                            .findFirst()
                            .map(found -> new ServiceUpdate.Current(
                                    found,
                                    RawObject.parse(raw.text())
                                            .objects("services")
                                            .get(0)))
                            // ECS answers with a failure entry of reason MISSING instead of an error
                            .orElseThrow(() -> failures.noService(null));
                }));
    }

    @Override
    public List<ServiceState> services(ClusterName cluster, Collection<ServiceName> services) {
        List<String> names = services.stream().map(ServiceName::value).toList();
        return inBatches(names, SERVICES, batch -> describeServices(cluster, batch).stream())
                .toList();
    }

    private List<ServiceState> describeServices(ClusterName cluster, List<String> names) {
        return calls.of(
                new AwsOperation(
                        "ecs:DescribeServices", "services " + String.join(", ", names) + " in cluster " + cluster),
                () -> failures(cluster, Optional.empty())
                        .naming(() -> client
                                .describeServices(request ->
                                        request.cluster(cluster.value()).services(names))
                                .services()
                                .stream()
                                .map(EcsStates::service)
                                .toList()));
    }

    @Override
    public RevisionState revision(String taskDefinitionArn) {
        return revisions.revision(taskDefinitionArn);
    }

    @Override
    public FileState definition(String baseArn, DefinitionFile file) {
        return revisions.definition(baseArn, file);
    }

    @Override
    public List<String> activeRevisions(String family) {
        return shelf.activeRevisions(family);
    }

    @Override
    public Set<String> revisionsInUse(String family) {
        return shelf.revisionsInUse(family);
    }

    @Override
    public void deregister(String taskDefinitionArn) {
        shelf.deregister(taskDefinitionArn);
    }

    @Override
    public String register(
            String baseArn,
            ContainerName container,
            ImageReference image,
            RevisionChanges changes,
            Map<String, String> tags) {
        return revisions.register(baseArn, container, image, changes, tags);
    }

    @Override
    public Optional<String> equalRevision(
            String baseArn, ContainerName container, ImageReference image, RevisionChanges changes) {
        return revisions.equal(baseArn, container, image, changes);
    }

    @Override
    public ServiceState update(
            ClusterName cluster, ServiceName service, String taskDefinitionArn, ServiceChanges changes) {
        return update(cluster, service, taskDefinitionArn, changes, false);
    }

    @Override
    public ServiceState deployAgain(
            ClusterName cluster, ServiceName service, String taskDefinitionArn, ServiceChanges changes) {
        return update(cluster, service, taskDefinitionArn, changes, true);
    }

    private ServiceState update(
            ClusterName cluster, ServiceName service, String arn, ServiceChanges changes, boolean inAnyCase) {
        ServiceUpdate update = new ServiceUpdate(changes);
        Optional<ServiceUpdate.Current> current =
                update.needsCurrent() ? Optional.of(described(cluster, service)) : Optional.empty();
        RawObject asked = update.body(current)
                .with("cluster", RawText.of(cluster.value()))
                .with("service", RawText.of(service.value()))
                .with("taskDefinition", RawText.of(arn));
        RawObject body = inAnyCase ? asked.with("forceNewDeployment", "true") : asked;
        return calls.of(
                operation("ecs:UpdateService", cluster, service),
                () -> failures(cluster, Optional.of(service))
                        .naming(() -> EcsStates.service(client.updateService(request -> request.cluster(cluster.value())
                                        .service(service.value())
                                        .overrideConfiguration(RawBodies.saying(body.json())))
                                .service())));
    }

    @Override
    public List<String> listTasks(ClusterName cluster, ServiceName service, TaskList which) {
        ListTasksRequest request = ListTasksRequest.builder()
                .cluster(cluster.value())
                .serviceName(service.value())
                .desiredStatus(which == TaskList.RUNNING ? DesiredStatus.RUNNING : DesiredStatus.STOPPED)
                .build();
        return calls.of(
                operation("ecs:ListTasks", cluster, service),
                () -> failures(cluster, Optional.of(service))
                        .naming(() -> client.listTasksPaginator(request).taskArns().stream()
                                .toList()));
    }

    @Override
    public List<TaskState> tasks(ClusterName cluster, Collection<String> taskArns) {
        return inBatches(taskArns, BATCH, batch -> describeTasks(cluster, batch).stream())
                .toList();
    }

    private List<TaskState> describeTasks(ClusterName cluster, List<String> arns) {
        return calls.of(
                new AwsOperation("ecs:DescribeTasks", "tasks in cluster " + cluster),
                () -> failures(cluster, Optional.empty())
                        .naming(() ->
                                client
                                        .describeTasks(request ->
                                                request.cluster(cluster.value()).tasks(arns))
                                        .tasks()
                                        .stream()
                                        .map(TaskStates::task)
                                        .toList()));
    }

    @Override
    public Map<String, Instant> protectedUntil(ClusterName cluster, Collection<String> taskArns) {
        return inBatches(taskArns, BATCH, batch -> protections(cluster, batch).stream())
                .filter(each -> Boolean.TRUE.equals(each.protectionEnabled()) && each.expirationDate() != null)
                .collect(Collectors.toMap(ProtectedTask::taskArn, ProtectedTask::expirationDate));
    }

    private List<ProtectedTask> protections(ClusterName cluster, List<String> arns) {
        return calls.of(
                new AwsOperation("ecs:GetTaskProtection", "tasks in cluster " + cluster),
                () -> failures(cluster, Optional.empty())
                        .naming(() -> client.getTaskProtection(request ->
                                        request.cluster(cluster.value()).tasks(arns))
                                .protectedTasks()));
    }

    @Override
    public Map<String, String> instances(ClusterName cluster, Collection<String> containerInstanceArns) {
        Map<String, String> instances = new LinkedHashMap<>();
        inBatches(containerInstanceArns, BATCH, batch -> describeInstances(cluster, batch).stream())
                .filter(each -> each.ec2InstanceId() != null)
                .forEach(each -> instances.put(each.containerInstanceArn(), each.ec2InstanceId()));
        return instances;
    }

    private List<ContainerInstance> describeInstances(ClusterName cluster, List<String> arns) {
        return calls.of(
                new AwsOperation("ecs:DescribeContainerInstances", "container instances in cluster " + cluster),
                () -> failures(cluster, Optional.empty())
                        .naming(() -> client.describeContainerInstances(request ->
                                        request.cluster(cluster.value()).containerInstances(arns))
                                .containerInstances()));
    }

    private static <T> Stream<T> inBatches(Collection<String> names, int most, Function<List<String>, Stream<T>> call) {
        List<String> distinct = names.stream().distinct().toList();
        return IntStream.iterate(0, from -> from < distinct.size(), from -> from + most)
                .mapToObj(from -> distinct.subList(from, Math.min(from + most, distinct.size())))
                .flatMap(call);
    }

    @Override
    public List<ServiceDeploymentState> serviceDeployments(ClusterName cluster, ServiceName service) {
        return deployments.newest(cluster, service, failures(cluster, Optional.of(service)));
    }

    @Override
    public void turnBack(String serviceDeploymentArn) {
        calls.of(
                new AwsOperation("ecs:StopServiceDeployment", serviceDeploymentArn),
                () -> client.stopServiceDeployment(request -> request.serviceDeploymentArn(serviceDeploymentArn)
                        .stopType(StopServiceDeploymentStopType.ROLLBACK)));
    }

    @Override
    public int answerPauses(String serviceDeploymentArn, PauseAnswer answer) {
        return pauses.answer(serviceDeploymentArn, answer);
    }

    private EcsFailures failures(ClusterName cluster, Optional<ServiceName> service) {
        return new EcsFailures(region, cluster, service);
    }

    private static AwsOperation operation(String action, ClusterName cluster, ServiceName service) {
        return new AwsOperation(action, "service " + service + " in cluster " + cluster);
    }
}
