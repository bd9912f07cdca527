package org.ecsdelivery.aws;

import org.ecsdelivery.common.settings.TaskOverrides;
import org.ecsdelivery.common.settings.TaskPlacement;
import org.ecsdelivery.engine.ecs.TaskRunApi.Order;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.ContainerOverride;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.Tag;
import software.amazon.awssdk.services.ecs.model.TaskOverride;

/** A request for one task in ECS's own form. What is not asked for is left out, so that the task definition decides. */
final class TaskRequest {
    private TaskRequest() {}

    static RunTaskRequest of(Order order) {
        RunTaskRequest.Builder request = RunTaskRequest.builder()
                .cluster(order.cluster().value())
                .taskDefinition(order.taskDefinition())
                .count(1)
                .startedBy(order.startedBy())
                .clientToken(order.token())
                .tags(order.tags().entrySet().stream()
                        .map(each -> Tag.builder()
                                .key(each.getKey())
                                .value(each.getValue())
                                .build())
                        .toList());
        if (!order.overrides().equals(TaskOverrides.NONE)) {
            request.overrides(overrides(order));
        }
        place(request, order.placement());
        return request.build();
    }

    private static void place(RunTaskRequest.Builder request, TaskPlacement placement) {
        switch (placement.launch()) {
            case FARGATE -> request.launchType(LaunchType.FARGATE);
            case EC2 -> request.launchType(LaunchType.EC2);
            case PROVIDERS ->
                request.capacityProviderStrategy(placement.providers().entrySet().stream()
                        .map(each -> CapacityProviderStrategyItem.builder()
                                .capacityProvider(each.getKey())
                                .weight(each.getValue())
                                .build())
                        .toList());
            case DEFAULT, SERVICE -> {
                // without a launch type the strategy of the cluster counts
            }
        }
        placement
                .network()
                .ifPresent(network ->
                        request.networkConfiguration(configuration -> configuration.awsvpcConfiguration(vpc(network))));
    }

    private static TaskOverride overrides(Order order) {
        TaskOverride.Builder all = TaskOverride.builder();
        if (!order.overrides().leaveTheContainerAsItIs()) {
            all.containerOverrides(override(order));
        }
        order.overrides().cpu().ifPresent(units -> all.cpu(units.toString()));
        order.overrides().memory().ifPresent(mebibytes -> all.memory(mebibytes.toString()));
        return all.build();
    }

    private static ContainerOverride override(Order order) {
        ContainerOverride.Builder override =
                ContainerOverride.builder().name(order.container().value());
        if (!order.overrides().command().isEmpty()) {
            override.command(order.overrides().command());
        }
        if (!order.overrides().environment().isEmpty()) {
            override.environment(order.overrides().environment().entrySet().stream()
                    .map(each -> KeyValuePair.builder()
                            .name(each.getKey())
                            .value(each.getValue())
                            .build())
                    .toList());
        }
        return override.build();
    }

    private static AwsVpcConfiguration vpc(TaskPlacement.Network network) {
        AwsVpcConfiguration.Builder vpc = AwsVpcConfiguration.builder().subnets(network.subnets());
        if (!network.securityGroups().isEmpty()) {
            vpc.securityGroups(network.securityGroups());
        }
        // DISABLED is what ECS takes when nothing is said, and the only word it takes on EC2
        return vpc.assignPublicIp(network.publicAddress() ? AssignPublicIp.ENABLED : AssignPublicIp.DISABLED)
                .build();
    }
}
