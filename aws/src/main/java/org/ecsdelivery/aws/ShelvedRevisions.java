package org.ecsdelivery.aws;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecsdelivery.aws.call.AwsCalls;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.engine.ecs.RevisionShelf;
import org.ecsdelivery.engine.ecs.RevisionState;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.SortOrder;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;
import software.amazon.awssdk.services.ecs.model.TaskSet;

/** The revisions of a family in ECS, and who uses them. */
record ShelvedRevisions(EcsClient client, AwsCalls calls) implements RevisionShelf {
    /** The most services in one question (ECS API reference, DescribeServices). */
    private static final int SERVICES = 10;

    /** The most tasks in one question (ECS API reference, DescribeTasks). */
    private static final int TASKS = 100;

    @Override
    public List<String> activeRevisions(String family) {
        return calls
                .of(
                        new AwsOperation("ecs:ListTaskDefinitions", "family " + family),
                        () -> client
                                .listTaskDefinitionsPaginator(request -> request.familyPrefix(family)
                                        .status(TaskDefinitionStatus.ACTIVE)
                                        .sort(SortOrder.DESC))
                                .taskDefinitionArns()
                                .stream()
                                .toList())
                .stream()
                .filter(arn -> isOf(family, arn))
                .toList();
    }

    private static boolean isOf(String family, String arn) {
        return RevisionState.shortId(arn).startsWith(family + ":");
    }

    @Override
    public Set<String> revisionsInUse(String family) {
        Set<String> used = new HashSet<>();
        for (String cluster : clusters()) {
            batches(services(cluster), SERVICES)
                    .flatMap(batch -> described(cluster, batch).stream())
                    .flatMap(ShelvedRevisions::revisions)
                    .filter(Objects::nonNull)
                    .filter(arn -> isOf(family, arn))
                    .forEach(used::add);
            batches(tasks(cluster, family), TASKS)
                    .flatMap(batch -> run(cluster, batch).stream())
                    .map(Task::taskDefinitionArn)
                    .forEach(used::add);
        }
        return used;
    }

    private List<String> clusters() {
        return calls.of(
                new AwsOperation("ecs:ListClusters", "clusters"),
                () -> client.listClustersPaginator().clusterArns().stream().toList());
    }

    private List<String> services(String cluster) {
        return calls.of(
                new AwsOperation("ecs:ListServices", "services in cluster " + cluster),
                () -> client.listServicesPaginator(request -> request.cluster(cluster)).serviceArns().stream()
                        .toList());
    }

    private List<Service> described(String cluster, List<String> services) {
        return calls.of(
                new AwsOperation("ecs:DescribeServices", "services in cluster " + cluster),
                () -> client.describeServices(
                                request -> request.cluster(cluster).services(services))
                        .services());
    }

    /** What a service shall run, what it runs still, and what it may go back to meanwhile. */
    private static Stream<String> revisions(Service service) {
        return Stream.of(
                        Stream.ofNullable(service.taskDefinition()),
                        service.deployments().stream().map(Deployment::taskDefinition),
                        service.taskSets().stream().map(TaskSet::taskDefinition))
                .flatMap(each -> each);
    }

    private List<String> tasks(String cluster, String family) {
        return calls.of(
                new AwsOperation("ecs:ListTasks", "tasks in cluster " + cluster),
                () -> client
                        .listTasksPaginator(request -> request.cluster(cluster).family(family))
                        .taskArns()
                        .stream()
                        .toList());
    }

    private List<Task> run(String cluster, List<String> tasks) {
        return calls.of(
                new AwsOperation("ecs:DescribeTasks", "tasks in cluster " + cluster),
                () -> client.describeTasks(request -> request.cluster(cluster).tasks(tasks))
                        .tasks());
    }

    private static Stream<List<String>> batches(List<String> all, int most) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + most)
                .mapToObj(from -> all.subList(from, Math.min(from + most, all.size())));
    }

    @Override
    public void deregister(String taskDefinitionArn) {
        calls.of(
                new AwsOperation("ecs:DeregisterTaskDefinition", taskDefinitionArn),
                () -> client.deregisterTaskDefinition(request -> request.taskDefinition(taskDefinitionArn)));
    }
}
