package org.ecsdelivery.engine.set;

import java.time.Duration;
import java.util.Optional;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.EcsApi;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.SetEvent;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.ecsdelivery.engine.set.ServiceOutcome.Back;
import org.ecsdelivery.engine.time.Probe;

/**
 * Takes one service back to the revision that it ran before, and looks until ECS has completed that. What runs now must be
 * ours: where somebody else has deployed since, nothing is changed.
 */
final class WayBack implements Probe<Back> {
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final EcsApi ecs;
    private final DeploySettings settings;
    private final String before;
    private final String ours;
    private final EngineListener listener;
    private boolean asked;

    WayBack(EcsApi ecs, DeploySettings settings, String before, String ours, EngineListener listener) {
        this.ecs = ecs;
        this.settings = settings;
        this.before = before;
        this.ours = ours;
        this.listener = listener;
    }

    @Override
    public Optional<Back> look() {
        ServiceState service = ecs.service(settings.cluster(), settings.service());
        Optional<DeploymentState> primary = service.primary();
        String runs = primary.map(DeploymentState::taskDefinition).orElse(service.taskDefinition());
        if (runs.equals(before)) {
            return primary.flatMap(heading -> arrived(service, heading));
        }
        if (!runs.equals(ours)) {
            return end(
                    false,
                    "It is not taken back: it runs " + RevisionState.shortId(runs)
                            + " by now, which this step did not bring.");
        }
        if (!asked) {
            listener.on(new SetEvent.TakingBack(before));
            ecs.update(settings.cluster(), settings.service(), before);
            asked = true;
        }
        return Optional.empty();
    }

    private Optional<Back> arrived(ServiceState service, DeploymentState heading) {
        if (heading.rollout() == Rollout.FAILED) {
            return end(
                    false,
                    "ECS could not bring " + RevisionState.shortId(before) + " back: " + heading.reason()
                            + " Look at the service in the ECS console.");
        }
        boolean steady = service.deployments().size() == 1 && service.running() == service.desired();
        boolean done = heading.rollout() == Rollout.COMPLETED || heading.rollout() == Rollout.UNKNOWN && steady;
        return done ? end(true, "It runs " + RevisionState.shortId(before) + " again.") : Optional.empty();
    }

    Back timedOut() {
        return tell(
                false,
                "It was not seen to run " + RevisionState.shortId(before) + " again within "
                        + settings.timeout().toMinutes() + " min; look at the service in the ECS console.");
    }

    Back refused(String why) {
        return tell(false, "It could not be taken back to " + RevisionState.shortId(before) + ": " + why);
    }

    private Optional<Back> end(boolean done, String text) {
        return Optional.of(tell(done, text));
    }

    private Back tell(boolean done, String text) {
        listener.on(new SetEvent.TakenBack(done, text));
        return new Back(done, text);
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
