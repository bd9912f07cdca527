package org.ecsdelivery.engine.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.ServiceEvent;
import org.ecsdelivery.engine.event.DeployEvent.RevisionRegistered;
import org.ecsdelivery.engine.event.DeployEvent.TaskFailed;
import org.ecsdelivery.engine.event.EngineEvent.Phase;
import org.ecsdelivery.engine.event.Plan;
import org.ecsdelivery.engine.report.Passage.Level;

/**
 * All that is known of one deployment when the step ends.
 *
 * @param settings what was asked for
 * @param from when the step began
 * @param to when the step ended
 * @param begun when the deployment began, or else the step
 * @param verdict how it ended
 * @param deployment the id of the deployment, once there was one
 * @param revision the revision that was registered or used again, once there was one
 * @param plan what was planned, once that was known
 * @param phases the phases that began
 * @param levels how long after the beginning of the deployment it came so far
 * @param requests how many requests were sent to AWS, by IAM action; empty when that is not known
 * @param traffic how it shifted traffic; empty for a rolling update
 * @param counts the counts of tasks whenever they changed
 * @param timeline what was told, in order
 * @param newTasks every new task that was seen, on its way in
 * @param oldTasks every old task that was seen to leave, on its way out
 * @param messages what ECS wrote about the service
 * @param failures the tasks that failed
 * @param causes what they and ECS's words most likely mean
 */
record DeploymentStory(
        DeploySettings settings,
        Instant from,
        Instant to,
        Instant begun,
        Verdict verdict,
        Optional<String> deployment,
        Optional<RevisionRegistered> revision,
        Optional<Plan> plan,
        List<PhaseTime> phases,
        Map<FinishLevel, Duration> levels,
        Map<String, Long> requests,
        TrafficStory traffic,
        List<Count> counts,
        List<Moment> timeline,
        List<Ladder> newTasks,
        List<Ladder> oldTasks,
        List<ServiceEvent> messages,
        List<TaskFailed> failures,
        List<KnownCause> causes) {

    DeploymentStory {
        phases = List.copyOf(phases);
        counts = List.copyOf(counts);
        timeline = List.copyOf(timeline);
        newTasks = List.copyOf(newTasks);
        oldTasks = List.copyOf(oldTasks);
        messages = List.copyOf(messages);
        failures = List.copyOf(failures);
        causes = List.copyOf(causes);
    }

    /** Returns how many requests were sent to AWS. */
    long calls() {
        return requests.values().stream().mapToLong(Long::longValue).sum();
    }

    /** A sentence of the timeline. */
    record Moment(Instant at, Level level, String text) {}

    /** A phase, since when it went on, and how long. */
    record PhaseTime(Phase phase, Instant at, Duration took) {}

    /** The counts of a deployment, ours or the one that ECS went back to. */
    record Count(Instant at, DeploymentState deployment) {}
}
