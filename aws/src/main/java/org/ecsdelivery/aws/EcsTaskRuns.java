package org.ecsdelivery.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.aws.call.AwsCalls;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.common.settings.TaskPlacement;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.common.value.TaskDefinitionName;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.RunFailure;
import org.ecsdelivery.engine.ecs.RunnableDefinition;
import org.ecsdelivery.engine.ecs.TaskRunApi;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ClientException;
import software.amazon.awssdk.services.ecs.model.ClusterNotFoundException;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.InvalidParameterException;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskResponse;

/** Tasks on their own, in ECS. */
final class EcsTaskRuns implements TaskRunApi {
    /** The most that one call describes (ECS API reference, DescribeTasks). */
    private static final int MOST_TASKS = 100;

    private final EcsClient client;
    private final AwsCalls calls;
    private final AwsRegion region;

    EcsTaskRuns(EcsClient client, AwsCalls calls, AwsRegion region) {
        this.client = client;
        this.calls = calls;
        this.region = region;
    }

    @Override
    public RunnableDefinition definition(TaskDefinitionName name) {
        return calls.of(new AwsOperation("ecs:DescribeTaskDefinition", name.value()), () -> {
            try {
                return runnable(client.describeTaskDefinition(request -> request.taskDefinition(name.value())));
            } catch (ClientException e) {
                throw noDefinition(name, e);
            }
        });
    }

    private static RunnableDefinition runnable(DescribeTaskDefinitionResponse answer) {
        return new RunnableDefinition(
                RevisionStates.of(answer),
                answer.taskDefinition().containerDefinitions().stream()
                        // a container is essential unless its definition says otherwise
                        .filter(each -> !Boolean.FALSE.equals(each.essential()))
                        .map(ContainerDefinition::name)
                        .map(ContainerName::new)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private EngineException noDefinition(TaskDefinitionName name, ClientException cause) {
        return new EngineException(
                FailureKind.TASK_DEFINITION_NOT_FOUND,
                "There is no ECS task definition " + name + " in " + region,
                cause.awsErrorDetails().errorMessage(),
                "Check Task definition (task.definition), and whether it lies in another Region (aws.region) or"
                        + " account.",
                cause);
    }

    @Override
    public TaskPlacement placeOf(ClusterName cluster, ServiceName service) {
        return calls.of(
                new AwsOperation("ecs:DescribeServices", "service " + service + " in cluster " + cluster), () -> {
                    try {
                        return client
                                .describeServices(request ->
                                        request.cluster(cluster.value()).services(service.value()))
                                .services()
                                .stream()
                                .findFirst()
                                .map(ServicePlace::of)
                                .orElseThrow(() -> noService(cluster, service));
                    } catch (ClusterNotFoundException e) {
                        throw noCluster(cluster, e);
                    }
                });
    }

    private EngineException noService(ClusterName cluster, ServiceName service) {
        return new EngineException(
                FailureKind.SERVICE_NOT_FOUND,
                "There is no ECS service " + service + " in cluster " + cluster + " in " + region,
                "",
                "Check As service (task.service) and Cluster (task.cluster).");
    }

    @Override
    public Attempt run(Order order) {
        String what =
                "task definition " + RevisionState.shortId(order.taskDefinition()) + " in cluster " + order.cluster();
        return calls.ofLasting(new AwsOperation("ecs:RunTask", what), () -> {
            try {
                return attempt(client.runTask(TaskRequest.of(order)));
            } catch (ClusterNotFoundException e) {
                throw noCluster(order.cluster(), e);
            }
        });
    }

    private static Attempt attempt(RunTaskResponse answer) {
        return new Attempt(
                answer.tasks().stream().findFirst().map(TaskStates::task),
                answer.failures().stream().map(EcsTaskRuns::failure).toList());
    }

    private static RunFailure failure(Failure failure) {
        return new RunFailure(
                Optional.ofNullable(failure.reason()).orElse("no reason given"),
                Optional.ofNullable(failure.detail()).orElse(""));
    }

    private EngineException noCluster(ClusterName cluster, Throwable cause) {
        return new EngineException(
                FailureKind.CLUSTER_NOT_FOUND,
                "There is no ECS cluster " + cluster + " in " + region,
                "",
                "Check Cluster (task.cluster), and whether it lies in another Region (aws.region) or account.",
                cause);
    }

    @Override
    public List<TaskState> tasks(ClusterName cluster, Collection<String> taskArns) {
        List<String> all = List.copyOf(taskArns);
        List<TaskState> found = new ArrayList<>();
        for (int at = 0; at < all.size(); at += MOST_TASKS) {
            found.addAll(described(cluster, all.subList(at, Math.min(at + MOST_TASKS, all.size()))));
        }
        return found;
    }

    /** By who started it, ECS lists running tasks only, and by nothing else beside (ECS API reference, ListTasks, startedBy). */
    @Override
    public List<TaskState> unfinished(ClusterName cluster, String family, String startedBy) {
        List<String> arns = Stream.of(
                        listed(cluster, request -> request.startedBy(startedBy)),
                        listed(cluster, request -> request.family(family).desiredStatus(DesiredStatus.STOPPED)))
                .flatMap(List::stream)
                .distinct()
                .toList();
        return tasks(cluster, arns).stream()
                .filter(each -> each.startedBy().equals(startedBy) && !each.isStopped())
                .toList();
    }

    private List<String> listed(ClusterName cluster, Consumer<ListTasksRequest.Builder> filter) {
        return calls.of(new AwsOperation("ecs:ListTasks", "tasks in cluster " + cluster), () -> {
            try {
                return client
                        .listTasksPaginator(request -> filter.accept(request.cluster(cluster.value())))
                        .taskArns()
                        .stream()
                        .toList();
            } catch (ClusterNotFoundException e) {
                throw noCluster(cluster, e);
            }
        });
    }

    private List<TaskState> described(ClusterName cluster, List<String> taskArns) {
        return calls.of(new AwsOperation("ecs:DescribeTasks", String.join(", ", taskArns)), () -> {
            try {
                return client
                        .describeTasks(
                                request -> request.cluster(cluster.value()).tasks(taskArns))
                        .tasks()
                        .stream()
                        .map(TaskStates::task)
                        .toList();
            } catch (ClusterNotFoundException e) {
                throw noCluster(cluster, e);
            }
        });
    }

    @Override
    public void stop(ClusterName cluster, String taskArn, String reason) {
        calls.ofLasting(new AwsOperation("ecs:StopTask", taskArn), () -> {
            try {
                return client.stopTask(request ->
                                request.cluster(cluster.value()).task(taskArn).reason(reason))
                        .task()
                        .taskArn();
            } catch (InvalidParameterException gone) {
                if (String.valueOf(gone.getMessage()).contains("task was not found")) {
                    return taskArn;
                }
                throw gone;
            }
        });
    }
}
