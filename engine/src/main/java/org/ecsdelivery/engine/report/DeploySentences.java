package org.ecsdelivery.engine.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.DeployEvent.AwsAsked;
import org.ecsdelivery.engine.event.DeployEvent.DeploymentAdopted;
import org.ecsdelivery.engine.event.DeployEvent.DeploymentStarted;
import org.ecsdelivery.engine.event.DeployEvent.FailuresCounted;
import org.ecsdelivery.engine.event.DeployEvent.ImagePinned;
import org.ecsdelivery.engine.event.DeployEvent.ImageVerified;
import org.ecsdelivery.engine.event.DeployEvent.LevelReached;
import org.ecsdelivery.engine.event.DeployEvent.NewTaskSeen;
import org.ecsdelivery.engine.event.DeployEvent.OldTaskFound;
import org.ecsdelivery.engine.event.DeployEvent.PauseAnswered;
import org.ecsdelivery.engine.event.DeployEvent.Planned;
import org.ecsdelivery.engine.event.DeployEvent.RevisionRegistered;
import org.ecsdelivery.engine.event.DeployEvent.RevisionReused;
import org.ecsdelivery.engine.event.DeployEvent.RevisionsDeregistered;
import org.ecsdelivery.engine.event.DeployEvent.RollingBack;
import org.ecsdelivery.engine.event.DeployEvent.RolloutObserved;
import org.ecsdelivery.engine.event.DeployEvent.ServiceFound;
import org.ecsdelivery.engine.event.DeployEvent.ServiceMessage;
import org.ecsdelivery.engine.event.DeployEvent.StageReached;
import org.ecsdelivery.engine.event.DeployEvent.StillWaiting;
import org.ecsdelivery.engine.event.DeployEvent.TargetUnhealthy;
import org.ecsdelivery.engine.event.DeployEvent.TaskFailed;
import org.ecsdelivery.engine.event.DeployEvent.TaskStepped;
import org.ecsdelivery.engine.event.DeployEvent.TrafficShifted;
import org.ecsdelivery.engine.event.DeployEvent.TurnAwaited;
import org.ecsdelivery.engine.event.DeployEvent.TurnedBack;
import org.ecsdelivery.engine.report.Passage.Level;
import org.ecsdelivery.engine.report.Passage.Line;
import org.ecsdelivery.engine.report.Passage.Progress;

/** The sentences of the deploy step. */
final class DeploySentences {
    private final OldTaskSentences oldTasks = new OldTaskSentences();
    private final LikelyCauses causes = new LikelyCauses();
    private final Map<String, String> toldOfDeployment = new HashMap<>();
    private String own = "";

    List<Passage> tell(DeployEvent event) {
        boolean staged =
                event instanceof StageReached || event instanceof TrafficShifted || event instanceof PauseAnswered;
        List<Passage> all = new ArrayList<>(staged ? StageSentences.of(event) : passages(event));
        causes.news(event).map(KnownCause::sentence).ifPresent(text -> all.add(new Line(Level.WARNING, "    " + text)));
        return all;
    }

    private List<Passage> passages(DeployEvent event) {
        return MigrationSentences.of(event).orElseGet(() -> ofDeployment(event));
    }

    private List<Passage> ofDeployment(DeployEvent event) {
        if (event instanceof RolloutObserved observed) {
            return rollout(observed.deployment());
        }
        if (event instanceof TaskStepped step) {
            return List.of(new Progress(oldTasks.tell(step)));
        }
        if (event instanceof FailuresCounted counted) {
            return List.of(new Progress("The circuit breaker has counted " + counted.failures() + " of "
                    + counted.allowed() + " allowed failures."));
        }
        if (event instanceof TargetUnhealthy unhealthy) {
            return List.of(new Line(Level.WARNING, unhealthy(unhealthy)));
        }
        if (event instanceof TaskFailed failed) {
            return FailedTaskSentences.of(failed).stream()
                    .<Passage>map(text -> new Line(Level.WARNING, text))
                    .toList();
        }
        if (event instanceof Planned planned) {
            return PlanSentences.of(planned.plan()).stream()
                    .<Passage>map(text -> new Line(Level.NORMAL, text))
                    .toList();
        }
        if (event instanceof RollingBack back) {
            return List.of(new Line(
                    Level.WARNING,
                    "ECS rolls back to "
                            + RevisionState.shortId(back.to().taskDefinition()) + " (deployment "
                            + back.to().id() + "): " + back.reason()));
        }
        if (event instanceof TurnedBack turned) {
            return TurnBackSentences.of(turned);
        }
        if (event instanceof NewTaskSeen || event instanceof OldTaskFound || event instanceof AwsAsked) {
            // the counts and the preflight have told of the tasks, and the statistics tell of calls
            return List.of();
        }
        return List.of(new Line(Level.NORMAL, sentence(event)));
    }

    private static String unhealthy(TargetUnhealthy unhealthy) {
        return "Task " + unhealthy.task() + " fails the health check of target group " + unhealthy.group() + " ("
                + unhealthy.target() + "): " + unhealthy.detail() + ".";
    }

    private static String verified(ImageVerified verified) {
        String digest = verified.image().digest().map(Object::toString).orElse("");
        String untold = verified.untold() == 0
                ? ""
                : "; of " + Amount.of(verified.untold(), "more task") + " ECS does not tell";
        return "What runs is what was deployed: " + Amount.of(verified.tasks(), "task") + " of "
                + RevisionState.shortId(verified.taskDefinition()) + " with " + digest + untold + ".";
    }

    private String sentence(DeployEvent event) {
        if (event instanceof ServiceFound found) {
            return found(found);
        }
        if (event instanceof ImagePinned pinned) {
            return "Image " + pinned.given() + " is pinned to "
                    + pinned.pinned().digest().map(Object::toString).orElse("its digest") + ".";
        }
        if (event instanceof ImageVerified verified) {
            return verified(verified);
        }
        if (event instanceof RevisionRegistered registered) {
            return registered(registered);
        }
        if (event instanceof RevisionReused reused) {
            return "Reusing " + RevisionState.shortId(reused.taskDefinition())
                    + ", which is just what would be registered"
                    + (reused.by().isEmpty() ? "" : "; it is of " + reused.by())
                    + ".";
        }
        if (event instanceof DeploymentAdopted adopted) {
            return adopted(adopted.deployment());
        }
        if (event instanceof DeploymentStarted started) {
            return started(started.deployment());
        }
        if (event instanceof ServiceMessage message) {
            return "ECS: " + message.event().message();
        }
        if (event instanceof LevelReached reached) {
            return reached(reached);
        }
        return besides(event);
    }

    /** What is not of the deployment itself. */
    private static String besides(DeployEvent event) {
        if (event instanceof RevisionsDeregistered old) {
            return "Deregistered "
                    + old.taskDefinitions().stream().map(RevisionState::shortId).collect(Collectors.joining(", "))
                    + ", older than the newest " + old.kept() + " and used by no service and no task.";
        }
        if (event instanceof TurnAwaited waiting) {
            return waiting.action() + " waits " + Amount.of(waiting.time())
                    + " for its turn: others of this step ask first, and AWS limits how fast an account may ask.";
        }
        if (event instanceof StillWaiting waiting) {
            return "Still waiting: " + waiting.waitingFor()
                    + (waiting.estimate().isZero() ? "" : ", about " + Amount.of(waiting.estimate()) + " left") + ".";
        }
        throw new IllegalArgumentException("No sentence for " + event);
    }

    private String found(ServiceFound found) {
        oldTasks.begin(found.oldTasks(), found.deregistrationDelay());
        String places = found.service().targetGroups().isEmpty()
                ? "no target group"
                : Amount.of(found.service().targetGroups().size(), "target group") + ", deregistration delay "
                        + Amount.of(found.deregistrationDelay());
        return "Service " + found.service().name() + " in cluster " + found.cluster() + " runs "
                + Amount.of(found.oldTasks(), "task") + " of "
                + RevisionState.shortId(found.service().taskDefinition()) + " (desired "
                + found.service().desired() + "); " + places + ".";
    }

    private static String registered(RevisionRegistered registered) {
        return "Registered " + RevisionState.shortId(registered.to()) + " from "
                + RevisionState.shortId(registered.from()) + ": container " + registered.container() + " runs "
                + shortened(registered.image()) + " instead of " + registered.before() + ".";
    }

    private static String shortened(ImageReference image) {
        return image.digest()
                .map(digest -> image.name() + "@sha256:" + digest.shortForm() + "\u2026")
                .orElse(image.toString());
    }

    private String adopted(DeploymentState deployment) {
        own = deployment.id();
        String revision = RevisionState.shortId(deployment.taskDefinition());
        return deployment.rollout() == DeploymentState.Rollout.COMPLETED
                ? "Nothing to deploy: the service already runs " + revision + " (deployment " + own
                        + "); old tasks that still drain are followed."
                : "Deployment " + own + " already brings " + revision + ": following it instead of beginning another.";
    }

    private String started(DeploymentState deployment) {
        own = deployment.id();
        return "ECS began deployment " + own + " of " + RevisionState.shortId(deployment.taskDefinition()) + ": "
                + Amount.of(deployment.desired(), "task") + " to run.";
    }

    private List<Passage> rollout(DeploymentState deployment) {
        String counts = counts(deployment);
        if (counts.equals(toldOfDeployment.put(deployment.id(), counts))) {
            return List.of();
        }
        boolean ours = deployment.id().equals(own);
        String whose = ours ? "New tasks" : "Tasks of " + RevisionState.shortId(deployment.taskDefinition());
        Level level = deployment.rollout() == Rollout.FAILED ? Level.WARNING : Level.NORMAL;
        String text = whose + ": " + counts + ".";
        return List.of(ours && level == Level.NORMAL ? new Progress(text) : new Line(level, text));
    }

    private static String counts(DeploymentState deployment) {
        return deployment.running() + " of " + deployment.desired() + " running"
                + (deployment.pending() > 0 ? ", " + deployment.pending() + " on their way" : "")
                + (deployment.failed() > 0 ? ", " + deployment.failed() + " failed in a row" : "")
                + switch (deployment.rollout()) {
                    case COMPLETED -> "; ECS says completed";
                    case FAILED -> "; ECS says failed";
                    case IN_PROGRESS, UNKNOWN -> "";
                };
    }

    private static String reached(LevelReached reached) {
        String after = " " + Amount.of(reached.took()) + " after the deployment began";
        return switch (reached.level()) {
            case LIVE -> "LIVE: the new tasks serve," + after + ".";
            case DEPLOYED -> "DEPLOYED: ECS has completed the deployment," + after + ".";
            case DRAINED -> "DRAINED: no old target is left in a target group," + after + ".";
            case STOPPED -> "STOPPED: every old task is stopped," + after + ".";
        };
    }
}
