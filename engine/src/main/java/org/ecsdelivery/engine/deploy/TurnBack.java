package org.ecsdelivery.engine.deploy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.EcsApi;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.DeployEvent.TurnBackStep;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.ecsdelivery.engine.time.Pause;

/**
 * Has ECS take our deployment back when its step ends before it. Ours is the one that brings our revision; anybody else's, and
 * one that ECS has completed, is left alone. The few seconds that are left are spent on the request first and on seeing it work
 * afterwards; whoever interrupts the thread once more ends that.
 */
final class TurnBack {
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(2);
    private static final Duration BEAT = Duration.ofMillis(500);

    private final EcsApi ecs;
    private final DeploySettings settings;
    private final InstantSource clock;
    private final Pause pause;
    private final EngineListener listener;

    TurnBack(EcsApi ecs, DeploySettings settings, InstantSource clock, Pause pause, EngineListener listener) {
        this.ecs = ecs;
        this.settings = settings;
        this.clock = clock;
        this.pause = pause;
        this.listener = listener;
    }

    /**
     * Takes the deployment of a revision back.
     *
     * @param ours ARN of our revision
     * @param plan knows the revision to go back to where ECS cannot find that by itself
     * @return what goes on, a full sentence
     */
    String from(String ours, DeployPlan plan) {
        // the interrupt that stopped the step would end each call of this one too
        boolean interrupted = Thread.interrupted();
        try {
            return attempt(ours, plan);
        } catch (Cancelled stoppedAgain) {
            return "ECS was asked to roll it back; what came of that was not seen.";
        } catch (EngineException refused) {
            return tell(ours, TurnBackStep.REFUSED, String.valueOf(refused.getMessage()));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private String attempt(String ours, DeployPlan plan) {
        ServiceState service = look();
        Optional<DeploymentState> deployment = service.deployments().stream()
                .filter(each -> each.taskDefinition().equals(ours))
                .findFirst();
        Optional<ServiceDeploymentState> record = recordOf(ours, plan);
        if (record.filter(ServiceDeploymentState::isRolledBack).isPresent()) {
            return tell(ours, TurnBackStep.NEEDLESS, "ECS has already given it up for what ran before");
        }
        boolean over = record.map(ServiceDeploymentState::isOver).orElse(deployment.isEmpty())
                || service.rules().isRolling()
                        && deployment
                                .filter(each -> each.rollout() == Rollout.COMPLETED)
                                .isPresent();
        if (over) {
            return tell(ours, TurnBackStep.NEEDLESS, "ECS works on it no more");
        }
        tell(ours, TurnBackStep.ASKED, "");
        if (record.isEmpty() || !isTaken(record.get())) {
            update(ours, plan.lastCompleted());
        }
        String taken = tell(ours, TurnBackStep.TAKEN, "");
        return wayBack(ours).map(this::heading).orElse(taken);
    }

    private Optional<ServiceDeploymentState> recordOf(String ours, DeployPlan plan) {
        try {
            return plan.recordIn(ecs.serviceDeployments(settings.cluster(), settings.service()), ours);
        } catch (AccessDenied unseen) {
            return Optional.empty();
        }
    }

    /** ECS refuses for deployments that it cannot take back; a permission that is missing is for the user to give. */
    private boolean isTaken(ServiceDeploymentState record) {
        try {
            ecs.turnBack(record.arn());
            return true;
        } catch (AccessDenied | TransientFailure refused) {
            throw refused;
        } catch (EngineException unsupported) {
            return false;
        }
    }

    /** The service may have gone elsewhere since the first look, and then nothing must be changed. */
    private void update(String ours, String before) {
        boolean underWay = look().primary()
                .filter(each -> each.taskDefinition().equals(ours) && each.rollout() != Rollout.COMPLETED)
                .isPresent();
        if (underWay && !before.equals(ours)) {
            ecs.update(settings.cluster(), settings.service(), before);
        }
    }

    private Optional<DeploymentState> wayBack(String ours) {
        Instant end = clock.instant().plus(SEEN_WITHIN);
        while (true) {
            Optional<DeploymentState> other =
                    look().primary().filter(each -> !each.taskDefinition().equals(ours));
            if (other.isPresent() || !clock.instant().isBefore(end)) {
                return other;
            }
            rest();
        }
    }

    private void rest() {
        try {
            pause.pause(BEAT);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
            throw new Cancelled("stopped again");
        }
    }

    private String heading(DeploymentState to) {
        listener.on(new DeployEvent.RollingBack(to, "this step was stopped, or out of time"));
        return "ECS rolls it back to " + RevisionState.shortId(to.taskDefinition()) + ".";
    }

    private ServiceState look() {
        return ecs.service(settings.cluster(), settings.service());
    }

    private String tell(String ours, TurnBackStep step, String why) {
        listener.on(new DeployEvent.TurnedBack(ours, step, why));
        return switch (step) {
            case ASKED, TAKEN -> "ECS was asked to roll it back.";
            case NEEDLESS -> "There was nothing to roll back: " + why + ".";
            case REFUSED -> "It could not be rolled back and goes on in ECS: " + why;
        };
    }
}
