package org.ecsdelivery.common.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.value.ServiceName;

/**
 * Where a task runs.
 *
 * @param launch on what
 * @param service the service beside which it runs, for {@link LaunchOn#SERVICE}
 * @param providers capacity providers with their weights, for {@link LaunchOn#PROVIDERS}
 * @param network its network, for network mode awsvpc
 */
public record TaskPlacement(
        LaunchOn launch, Optional<ServiceName> service, Map<String, Integer> providers, Optional<Network> network) {

    /** Copies the map; its order stays. */
    public TaskPlacement {
        providers = Collections.unmodifiableMap(new LinkedHashMap<>(providers));
    }

    /** Returns a placement that names neither a service nor capacity providers. */
    public static TaskPlacement on(LaunchOn launch, Optional<Network> network) {
        return new TaskPlacement(launch, Optional.empty(), Map.of(), network);
    }

    /** Returns the same place without a network. */
    public TaskPlacement withoutNetwork() {
        return new TaskPlacement(launch, service, providers, Optional.empty());
    }

    /**
     * The network of a task that has an interface of its own.
     *
     * @param subnets ids of subnets, at least one
     * @param securityGroups ids of security groups; none for the default one of the VPC
     * @param publicAddress whether it gets a public address
     */
    public record Network(List<String> subnets, List<String> securityGroups, boolean publicAddress) {
        /** Copies the lists. */
        public Network {
            subnets = List.copyOf(subnets);
            securityGroups = List.copyOf(securityGroups);
        }
    }
}
