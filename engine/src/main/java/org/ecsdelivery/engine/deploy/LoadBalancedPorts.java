package org.ecsdelivery.engine.deploy;

import java.util.Optional;
import java.util.stream.Collectors;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.RevisionState.Container;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.ecs.ServiceState.LoadBalancer;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** Looks whether the load balancers of a service find their containers and ports in a revision: ECS refuses the update else. */
final class LoadBalancedPorts {
    private final RevisionState revision;
    private final Checks checks;

    LoadBalancedPorts(RevisionState revision, Checks checks) {
        this.revision = revision;
        this.checks = checks;
    }

    void check(ServiceState service) {
        service.loadBalancers().forEach(each -> checks.pass(() -> require(service, each)));
    }

    private void require(ServiceState service, LoadBalancer place) {
        Optional<Container> container = revision.containers().stream()
                .filter(each -> each.name().value().equals(place.container()))
                .findFirst();
        if (container.isEmpty()) {
            throw refused(service, place, "has no such container but " + containers());
        }
        if (!container.get().ports().contains(place.containerPort())) {
            throw refused(service, place, "gives that container " + portsOf(container.get()));
        }
    }

    private EngineException refused(ServiceState service, LoadBalancer place, String instead) {
        return new EngineException(
                FailureKind.SERVICE_UNSUITABLE,
                place.targetGroup()
                                .map(group -> "Target group " + Words.targetGroup(group))
                                .orElse("The Classic Load Balancer")
                        + " of service " + service.name()
                        + " sends requests to container " + place.container() + " at port " + place.containerPort()
                        + ", but task definition " + revision.id() + " " + instead,
                "",
                "Add containerPort " + place.containerPort() + " to the portMappings of container " + place.container()
                        + " in the task definition, or change containerName and containerPort in the loadBalancers of"
                        + " the service.");
    }

    private String containers() {
        return revision.containers().stream().map(each -> each.name().value()).collect(Collectors.joining(", "));
    }

    private static String portsOf(Container container) {
        return container.ports().isEmpty()
                ? "no port in portMappings"
                : "only port " + container.ports().stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + " in portMappings";
    }
}
