package org.ecsdelivery.engine.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.engine.ecs.ServiceEvent;
import org.ecsdelivery.engine.event.DeployEvent.RevisionRegistered;
import org.ecsdelivery.engine.event.DeployEvent.TaskFailed;
import org.ecsdelivery.engine.event.Rung;
import org.ecsdelivery.engine.report.Passage.Level;

/**
 * All that is known of one deployment when the step ends.
 *
 * @param settings what was asked for
 * @param from when the step began
 * @param to when the step ended
 * @param verdict how it ended
 * @param deployment the id of the deployment, once there was one
 * @param revision the revision that was registered or used again, once there was one
 * @param timeline what was told, in order
 * @param ladders every old task on its way out
 * @param messages what ECS wrote about the service
 * @param failures the tasks that failed
 * @param causes what they and ECS's words most likely mean
 */
record DeploymentStory(
        DeploySettings settings,
        Instant from,
        Instant to,
        Verdict verdict,
        Optional<String> deployment,
        Optional<RevisionRegistered> revision,
        List<Moment> timeline,
        List<Ladder> ladders,
        List<ServiceEvent> messages,
        List<TaskFailed> failures,
        List<KnownCause> causes) {

    DeploymentStory {
        timeline = List.copyOf(timeline);
        ladders = List.copyOf(ladders);
        messages = List.copyOf(messages);
        failures = List.copyOf(failures);
        causes = List.copyOf(causes);
    }

    /** A sentence of the timeline. */
    record Moment(Instant at, Level level, String text) {}

    /** An old task and the rungs it was seen on. */
    record Ladder(String task, String targets, List<Step> steps) {
        Ladder {
            steps = List.copyOf(steps);
        }

        Duration whole() {
            return steps.stream().map(Step::stayed).reduce(Duration.ZERO, Duration::plus);
        }
    }

    /** A rung, since when the task was seen on it, and how long it stayed or has stayed so far. */
    record Step(Rung rung, Instant at, Duration stayed) {}
}
