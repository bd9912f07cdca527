package org.ecsdelivery.engine.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.ecs.TaskState.ContainerState;
import org.ecsdelivery.engine.event.DeployEvent.ServiceMessage;
import org.ecsdelivery.engine.event.DeployEvent.TargetUnhealthy;
import org.ecsdelivery.engine.event.DeployEvent.TaskFailed;
import org.ecsdelivery.engine.event.EngineEvent;

/** The known causes that the events of one deployment point to, each once. */
final class LikelyCauses {
    /** How a container ends when it is stopped because another one of its task ended. */
    private static final Set<Integer> COLLATERAL = Set.of(137, 143);

    private final Set<KnownCause> known = new LinkedHashSet<>();

    /** Returns the cause that the event points to, unless an event before did too. */
    Optional<KnownCause> news(EngineEvent event) {
        return text(event).flatMap(KnownCause::of).filter(known::add);
    }

    /** Returns every cause so far, in the order in which they came up. */
    List<KnownCause> all() {
        return List.copyOf(known);
    }

    private static Optional<String> text(EngineEvent event) {
        if (event instanceof ServiceMessage message) {
            return Optional.of(message.event().message());
        }
        if (event instanceof TargetUnhealthy unhealthy) {
            return Optional.of(asEcsWordsIt(unhealthy));
        }
        return event instanceof TaskFailed failed ? Optional.of(text(failed)) : Optional.empty();
    }

    /** ECS writes the same into the service's events, later. */
    private static String asEcsWordsIt(TargetUnhealthy unhealthy) {
        return "is unhealthy in (target-group " + unhealthy.group() + ") due to (reason " + unhealthy.detail() + ")";
    }

    private static String text(TaskFailed failed) {
        TaskState task = failed.task();
        return String.join(
                "\n",
                Stream.of(
                                task.stopCode().stream(),
                                task.stoppedReason().stream(),
                                task.containers().stream().flatMap(each -> each.reason().stream()),
                                exitCodes(task),
                                failed.logLines().stream().filter(line -> line.contains("exec format error")))
                        .flatMap(each -> each)
                        .toList());
    }

    private static Stream<String> exitCodes(TaskState task) {
        List<Integer> codes = task.containers().stream()
                .map(ContainerState::exitCode)
                .flatMap(Optional::stream)
                .toList();
        boolean onlyStopped = COLLATERAL.containsAll(codes);
        return codes.stream()
                .filter(code -> onlyStopped || !COLLATERAL.contains(code))
                .map(code -> "exit code " + code);
    }
}
