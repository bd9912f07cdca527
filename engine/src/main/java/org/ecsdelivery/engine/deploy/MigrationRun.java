package org.ecsdelivery.engine.deploy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.FanOut;
import org.ecsdelivery.common.settings.LaunchOn;
import org.ecsdelivery.common.settings.Migration;
import org.ecsdelivery.common.settings.TaskOverrides;
import org.ecsdelivery.common.settings.TaskPlacement;
import org.ecsdelivery.common.settings.TaskSettings;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.TaskDefinitionName;
import org.ecsdelivery.engine.ecs.BuildTags;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.task.TaskOrigin;
import org.ecsdelivery.engine.task.TaskPorts;
import org.ecsdelivery.engine.task.TaskResult;
import org.ecsdelivery.engine.task.TaskRun;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.Pause;
import org.ecsdelivery.engine.time.Poller;

/**
 * Runs a command once as a task of the new revision, where the tasks of the service run, before the service is changed. Two of
 * one service never run at once: who started a task says which service it is for, and one that has not ended is waited for.
 */
final class MigrationRun {
    private final DeployPorts ports;
    private final InstantSource clock;
    private final Pause pause;
    private final Cancellation cancellation;
    private final EngineListener listener;

    MigrationRun(
            DeployPorts ports, InstantSource clock, Pause pause, Cancellation cancellation, EngineListener listener) {
        this.ports = ports;
        this.clock = clock;
        this.pause = pause;
        this.cancellation = cancellation;
        this.listener = listener;
    }

    /**
     * Runs it.
     *
     * @param revision ARN of the new revision
     * @param tags tags of the task
     * @throws EngineException when it did not end well
     * @throws Cancelled when the work is cancelled; the task has been told to stop
     */
    void run(
            DeploySettings settings,
            Migration migration,
            ContainerName container,
            String revision,
            Map<String, String> tags) {
        Instant begun = clock.instant();
        MigrationFailures failures = new MigrationFailures(settings, migration, revision);
        listener.on(new DeployEvent.MigrationDue(revision, container.value(), migration.inWords()));
        TaskResult result = failures.naming(() -> {
            awaitEarlier(settings, migration, revision, failures);
            Duration left = Duration.between(clock.instant(), begun.plus(migration.timeout()));
            return new TaskRun(new TaskPorts(ports.tasks(), ports.logs()), clock, pause, cancellation, this::tell)
                    .run(task(settings, migration, container, revision, left), origin(settings, revision, tags));
        });
        failures.requireSuccess(result);
        listener.on(new DeployEvent.MigrationDone(result.taskArn(), Duration.between(begun, clock.instant())));
    }

    private void awaitEarlier(
            DeploySettings settings, Migration migration, String revision, MigrationFailures failures) {
        EarlierMigration earlier = new EarlierMigration(
                () -> ports.tasks().unfinished(settings.cluster(), family(revision), startedBy(settings)), listener);
        Instant deadline = clock.instant().plus(migration.timeout());
        if (new Poller(clock, pause, cancellation).until(deadline, earlier).isEmpty()) {
            throw failures.earlierNeverEnds(earlier.tasks());
        }
    }

    private static String family(String revision) {
        String id = RevisionState.shortId(revision);
        return id.substring(0, id.lastIndexOf(':'));
    }

    private static TaskSettings task(
            DeploySettings settings, Migration migration, ContainerName container, String revision, Duration left) {
        return new TaskSettings(
                settings.cluster(),
                new TaskDefinitionName(revision),
                Optional.of(container),
                new TaskOverrides(migration.command(), Map.of(), Optional.empty(), Optional.empty()),
                new TaskPlacement(LaunchOn.SERVICE, Optional.of(settings.service()), Map.of(), Optional.empty()),
                FanOut.ONE,
                left,
                settings.access());
    }

    private TaskOrigin origin(DeploySettings settings, String revision, Map<String, String> tags) {
        String build = tags.get(BuildTags.BUILD_ID);
        String token = named(settings, revision + " " + clock.instant());
        return new TaskOrigin(
                startedBy(settings), build == null ? "The deploy step" : "TeamCity build " + build, token, tags);
    }

    /** The same for every migration of a service, whatever its revision. */
    private static String startedBy(DeploySettings settings) {
        return named(settings, "");
    }

    private static String named(DeploySettings settings, String what) {
        String all = "migration " + settings.cluster() + " " + settings.service() + " " + what;
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The phase of the task is one of ours. */
    private void tell(EngineEvent event) {
        if (!(event instanceof EngineEvent.PhaseStarted) && !(event instanceof EngineEvent.PhaseFinished)) {
            listener.on(event);
        }
    }
}
