package org.ecsdelivery.engine.doctor;

import java.util.List;
import java.util.Optional;

/** A container must have a limit, or its task. */
final class NoMemoryLimit implements Rule {
    @Override
    public String id() {
        return "memory-limit";
    }

    @Override
    public List<Finding> findings(Pipeline pipeline) {
        if (!pipeline.revision().traits().memory().isEmpty()) {
            return List.of();
        }
        return pipeline.containers().value().orElse(List.of()).stream()
                .filter(each -> each.memory().isEmpty())
                .map(each -> new Finding(
                        id(),
                        Severity.WARNING,
                        "container " + each.name() + " of "
                                + pipeline.revision().id(),
                        "neither the container nor its task has a hard limit (memory)",
                        "One leak takes the memory of the whole instance, and other tasks are killed for it",
                        "memory: 1024 in the container definition; memoryReservation may stay beside it"))
                .toList();
    }

    @Override
    public Optional<String> unseen(Pipeline pipeline) {
        return pipeline.containers().value().isPresent()
                        || !pipeline.revision().traits().memory().isEmpty()
                ? Optional.empty()
                : Optional.of(pipeline.containers().reason());
    }
}
