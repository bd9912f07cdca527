package org.ecsdelivery.engine.deploy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.ecsdelivery.engine.time.Probe;

/** Looks until no earlier migration of the service runs any more. */
final class EarlierMigration implements Probe<Boolean> {
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final Supplier<List<TaskState>> unfinished;
    private final EngineListener listener;
    private final Set<String> told = new HashSet<>();
    private List<TaskState> last = List.of();

    EarlierMigration(Supplier<List<TaskState>> unfinished, EngineListener listener) {
        this.unfinished = unfinished;
        this.listener = listener;
    }

    @Override
    public Optional<Boolean> look() {
        last = unfinished.get();
        last.stream()
                .filter(task -> told.add(task.arn()))
                .forEach(task -> listener.on(new DeployEvent.MigrationAwaited(task)));
        return last.isEmpty() ? Optional.of(true) : Optional.empty();
    }

    /** Returns the ids of those that were seen last. */
    String tasks() {
        return last.stream().map(TaskState::arn).map(RevisionState::shortId).collect(Collectors.joining(", "));
    }

    @Override
    public Duration beat() {
        return BEAT;
    }

    @Override
    public void stumbled(TransientFailure failure, Duration untilNext) {
        listener.on(new EngineEvent.Warned(
                "Looking again in " + untilNext.toSeconds() + " s, since a look failed: " + failure.getMessage()));
    }
}
