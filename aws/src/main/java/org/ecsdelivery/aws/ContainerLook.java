package org.ecsdelivery.aws;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecsdelivery.aws.call.AwsCalls;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.doctor.ContainerFacts;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;
import software.amazon.awssdk.services.ecs.model.Service;

/** Looks at what containers may use, where their output goes, and which security groups their tasks get. */
record ContainerLook(EcsClient client, AwsCalls calls) {
    List<ContainerFacts> facts(String taskDefinitionArn) {
        return calls.of(
                new AwsOperation("ecs:DescribeTaskDefinition", taskDefinitionArn),
                () -> client
                        .describeTaskDefinition(request -> request.taskDefinition(taskDefinitionArn))
                        .taskDefinition()
                        .containerDefinitions()
                        .stream()
                        .map(ContainerLook::facts)
                        .toList());
    }

    private static ContainerFacts facts(ContainerDefinition container) {
        return new ContainerFacts(
                container.name(),
                Optional.ofNullable(container.memory()),
                Optional.ofNullable(container.logConfiguration()).map(log -> String.valueOf(log.logDriverAsString())));
    }

    /** Returns the security groups of tasks that have addresses of their own. */
    List<String> securityGroups(ClusterName cluster, ServiceName service) {
        return calls.of(
                new AwsOperation("ecs:DescribeServices", "service " + service + " in cluster " + cluster),
                () -> client
                        .describeServices(
                                request -> request.cluster(cluster.value()).services(service.value()))
                        .services()
                        .stream()
                        .map(Service::networkConfiguration)
                        .flatMap(ContainerLook::groups)
                        .toList());
    }

    private static Stream<String> groups(@Nullable NetworkConfiguration network) {
        return network == null || network.awsvpcConfiguration() == null
                ? Stream.empty()
                : network.awsvpcConfiguration().securityGroups().stream();
    }
}
