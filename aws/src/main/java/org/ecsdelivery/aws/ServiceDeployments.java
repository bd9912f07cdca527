package org.ecsdelivery.aws;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.aws.call.AwsCalls;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ServiceDeployment;
import software.amazon.awssdk.services.ecs.model.ServiceDeploymentBrief;
import software.amazon.awssdk.services.ecs.model.ServiceRevision;
import software.amazon.awssdk.services.ecs.model.ServiceRevisionLoadBalancer;

/** ECS's records of deployments. A service revision never changes, so each is asked for once. */
final class ServiceDeployments {
    /** The most ARNs in one question (ECS API reference, DescribeServiceDeployments and DescribeServiceRevisions). */
    private static final int BATCH = 20;

    private final EcsClient client;
    private final AwsCalls calls;
    private final Map<String, Revision> revisions = new ConcurrentHashMap<>();

    /**
     * What is known of a service revision.
     *
     * @param taskDefinition ARN of its task definition, or empty
     * @param targetGroups ARNs of the target groups that its tasks belong to
     */
    record Revision(String taskDefinition, List<String> targetGroups) {}

    ServiceDeployments(EcsClient client, AwsCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    List<ServiceDeploymentState> newest(ClusterName cluster, ServiceName service, EcsFailures failures) {
        String resource = "service " + service + " in cluster " + cluster;
        List<String> arns = calls.of(
                new AwsOperation("ecs:ListServiceDeployments", resource),
                () -> failures.naming(() -> list(cluster, service)));
        if (arns.isEmpty()) {
            return List.of();
        }
        Map<String, ServiceDeployment> records =
                calls.of(new AwsOperation("ecs:DescribeServiceDeployments", resource), () -> describe(arns));
        List<ServiceDeployment> inOrder =
                arns.stream().filter(records::containsKey).map(records::get).toList();
        learnRevisions(resource, inOrder);
        return inOrder.stream()
                .map(each -> EcsStates.serviceDeployment(each, revisions))
                .toList();
    }

    private List<String> list(ClusterName cluster, ServiceName service) {
        return client
                .listServiceDeployments(request -> request.cluster(cluster.value())
                        .service(service.value())
                        .maxResults(BATCH))
                .serviceDeployments()
                .stream()
                .sorted(EcsStates.newest(ServiceDeploymentBrief::createdAt))
                .map(ServiceDeploymentBrief::serviceDeploymentArn)
                .limit(BATCH)
                .toList();
    }

    private Map<String, ServiceDeployment> describe(List<String> arns) {
        return client
                .describeServiceDeployments(request -> request.serviceDeploymentArns(arns))
                .serviceDeployments()
                .stream()
                .collect(Collectors.toMap(ServiceDeployment::serviceDeploymentArn, Function.identity()));
    }

    private void learnRevisions(String resource, List<ServiceDeployment> records) {
        List<String> unknown = records.stream()
                .flatMap(each -> Stream.ofNullable(each.targetServiceRevision()))
                .map(revision -> revision.arn())
                .filter(arn -> !revisions.containsKey(arn))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            calls.of(
                            new AwsOperation("ecs:DescribeServiceRevisions", resource),
                            () -> client.describeServiceRevisions(request -> request.serviceRevisionArns(unknown)))
                    .serviceRevisions()
                    .forEach(this::remember);
        }
    }

    private void remember(ServiceRevision revision) {
        revisions.put(
                revision.serviceRevisionArn(),
                new Revision(
                        Optional.ofNullable(revision.taskDefinition()).orElse(""),
                        Optional.ofNullable(revision.resolvedConfiguration()).stream()
                                .flatMap(resolved -> resolved.loadBalancers().stream())
                                .map(ServiceRevisionLoadBalancer::targetGroupArn)
                                .filter(Objects::nonNull)
                                .toList()));
    }
}
