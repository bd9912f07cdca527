package org.ecsdelivery.engine.doctor;

import java.util.List;
import java.util.Optional;

/** What a container writes must go somewhere. */
final class NoLog implements Rule {
    @Override
    public String id() {
        return "log-configuration";
    }

    @Override
    public List<Finding> findings(Pipeline pipeline) {
        return pipeline.containers().value().orElse(List.of()).stream()
                .filter(each -> each.logDriver().isEmpty())
                .map(each -> new Finding(
                        id(),
                        Severity.WARNING,
                        "container " + each.name() + " of "
                                + pipeline.revision().id(),
                        "has no logConfiguration",
                        "When it ends, nobody can read why",
                        "logConfiguration: {logDriver: awslogs, options: {awslogs-group: GROUP, awslogs-region: REGION,"
                                + " awslogs-stream-prefix: " + each.name() + "}} in the container definition"))
                .toList();
    }

    @Override
    public Optional<String> unseen(Pipeline pipeline) {
        return pipeline.containers().value().isPresent()
                ? Optional.empty()
                : Optional.of(pipeline.containers().reason());
    }
}
