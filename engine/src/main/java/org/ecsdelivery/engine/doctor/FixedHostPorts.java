package org.ecsdelivery.engine.doctor;

import java.util.List;
import java.util.stream.Collectors;
import org.ecsdelivery.engine.ecs.RevisionState.Container;

/** Two tasks cannot share an instance when both want the same port of it. */
final class FixedHostPorts implements Rule {
    @Override
    public String id() {
        return "fixed-host-port";
    }

    @Override
    public List<Finding> findings(Pipeline pipeline) {
        if (pipeline.service().rules().isDaemon()) {
            return List.of();
        }
        return pipeline.revision().containers().stream()
                .filter(each -> !each.hostPorts().isEmpty())
                .map(each -> finding(pipeline, each))
                .toList();
    }

    private Finding finding(Pipeline pipeline, Container container) {
        String mode = pipeline.revision().networkMode();
        String ports = container.hostPorts().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new Finding(
                id(),
                Severity.ERROR,
                "container " + container.name() + " of " + pipeline.revision().id(),
                "hostPort " + ports + (mode.isEmpty() ? "" : " in network mode " + mode),
                "A new task cannot start on an instance where an old one has the port, so a deployment waits for an"
                        + " instance that it may never get",
                mode.equals("host")
                        ? "networkMode: awsvpc, or bridge with hostPort: 0, in the task definition"
                        : "hostPort: 0 in the portMappings of the container; ECS chooses the port and tells the target"
                                + " group");
    }
}
