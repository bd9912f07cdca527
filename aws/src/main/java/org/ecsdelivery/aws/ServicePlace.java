package org.ecsdelivery.aws;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.CapacityShare;
import org.ecsdelivery.common.settings.LaunchOn;
import org.ecsdelivery.common.settings.PropagateTags;
import org.ecsdelivery.common.settings.TaskPlacement;
import org.ecsdelivery.engine.ecs.ServiceTraits;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;
import software.amazon.awssdk.services.ecs.model.Service;

/** Reads off a service where its tasks run. */
final class ServicePlace {
    private ServicePlace() {}

    /** Returns the same place for one task. Weights are taken over, bases are not: a base is a number of the service's tasks. */
    static TaskPlacement of(Service service) {
        Map<String, Integer> providers = new LinkedHashMap<>();
        service.capacityProviderStrategy()
                .forEach(each -> providers.put(
                        each.capacityProvider(),
                        Optional.ofNullable(each.weight()).orElse(0)));
        if (providers.values().stream().allMatch(weight -> weight == 0)) {
            // only their bases count for the service; ECS refuses a strategy without any weight
            providers.replaceAll((name, weight) -> 1);
        }
        return new TaskPlacement(launch(service, providers), Optional.empty(), providers, network(service));
    }

    /** Reads where the tasks of the service are placed; what ECS leaves out is 0 (ECS API reference, CapacityProviderStrategyItem). */
    static ServiceTraits traits(Service service) {
        List<CapacityShare> providers = service.capacityProviderStrategy().stream()
                .map(each -> new CapacityShare(
                        each.capacityProvider(),
                        Optional.ofNullable(each.weight()).orElse(0),
                        Optional.ofNullable(each.base()).orElse(0)))
                .toList();
        String launchType = Optional.ofNullable(service.launchTypeAsString())
                .filter(type -> providers.isEmpty())
                .orElse("");
        return new ServiceTraits(
                launchType,
                providers,
                Words.known(PropagateTags.class, service.propagateTagsAsString(), PropagateTags.NONE));
    }

    private static LaunchOn launch(Service service, Map<String, Integer> providers) {
        if (!providers.isEmpty()) {
            return LaunchOn.PROVIDERS;
        }
        if (service.launchType() == LaunchType.FARGATE) {
            return LaunchOn.FARGATE;
        }
        if (service.launchType() == LaunchType.EC2) {
            return LaunchOn.EC2;
        }
        if (service.launchType() == null) {
            return LaunchOn.DEFAULT;
        }
        throw new EngineException(
                FailureKind.INVALID_PARAMETERS,
                "Service " + service.serviceName() + " has launch type " + service.launchTypeAsString(),
                "",
                "Choose another Run on (task.launch): the step starts tasks on Fargate, EC2 and capacity providers.");
    }

    /** A service whose deployments are not its own has its network in them. */
    private static Optional<TaskPlacement.Network> network(Service service) {
        return Stream.concat(
                        Stream.ofNullable(service.networkConfiguration()),
                        Stream.concat(
                                service.deployments().stream()
                                        .flatMap(each -> Stream.ofNullable(each.networkConfiguration())),
                                service.taskSets().stream()
                                        .flatMap(each -> Stream.ofNullable(each.networkConfiguration()))))
                .map(NetworkConfiguration::awsvpcConfiguration)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(ServicePlace::network);
    }

    private static TaskPlacement.Network network(AwsVpcConfiguration vpc) {
        return new TaskPlacement.Network(
                vpc.subnets(), vpc.securityGroups(), vpc.assignPublicIp() == AssignPublicIp.ENABLED);
    }
}
