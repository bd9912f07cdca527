package org.ecsdelivery.engine.deploy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.OnStop;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineEvent.Phase;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.Pause;
import org.ecsdelivery.engine.time.Poller;

/**
 * Brings an image to a service and follows the deployment until it has come as far as the settings ask: a new revision of the
 * current task definition with the container's image pinned by digest, one UpdateService call, and from then on only looks.
 */
public final class ServiceDeploy {
    private final DeployPorts ports;
    private final InstantSource clock;
    private final Pause pause;
    private final Cancellation cancellation;
    private final EngineListener listener;
    private final EnvFileInS3 envFile;

    /** Makes the use case on the given world and time. */
    public ServiceDeploy(
            DeployPorts ports, InstantSource clock, Pause pause, Cancellation cancellation, EngineListener listener) {
        this.ports = ports;
        this.clock = clock;
        this.pause = pause;
        this.cancellation = cancellation;
        this.listener = listener;
        this.envFile = new EnvFileInS3(ports.envFiles());
    }

    /**
     * Deploys.
     *
     * @param revisionTags tags of the new revision, by which others can tell which build made it
     * @return how it ended; an end that is not asked for is a result, not an exception
     * @throws EngineException when the deployment cannot be begun, or cannot be followed any more
     * @throws Cancelled when the work is cancelled; the settings say what becomes of a deployment that has begun
     */
    public DeployResult run(DeploySettings given, Map<String, String> revisionTags) {
        DeploySettings settings = envFile.located(given);
        try (Phases phases = new Phases(listener)) {
            phases.enter(Phase.PREFLIGHT);
            Sight sight = new Sight(listener);
            Preflight preflight = new Preflight(ports, sight, listener);
            DeployPlan plan = preflight.plan(settings);
            phases.enter(Phase.PLAN);
            preflight.tell(settings, plan);
            if (settings.dryRun()) {
                return new DeployResult.Planned(plan.base().arn());
            }
            phases.enter(Phase.UPDATE);
            DeployResult result = converged(settings, plan, revisionTags, phases, sight);
            if (result instanceof DeployResult.Succeeded done) {
                new RunningImage(ports.registry(), sight, listener)
                        .require(new Fleet(ports, settings), plan, done.taskDefinition());
                OldRevisions old = new OldRevisions(ports.ecs(), cancellation, listener);
                settings.keepRevisions().ifPresent(keep -> old.deregister(plan, done.taskDefinition(), keep));
            }
            return result;
        }
    }

    private DeployResult converged(
            DeploySettings settings, DeployPlan found, Map<String, String> tags, Phases phases, Sight sight) {
        cancellation.throwIfCancelled();
        envFile.put(settings, found);
        EarlierRun earlier = new EarlierRun(ports.ecs(), settings, sight, listener);
        Optional<String> left = earlier.revision(found);
        String revision = left.isPresent() ? left.get() : register(settings, found, tags);
        cancellation.throwIfCancelled();
        migrate(settings, found, revision, tags, phases, earlier);
        Optional<DeploymentState> underWay = earlier.deployment(found, revision)
                .filter(each -> !settings.force() && !found.placesElsewhere())
                .filter(each -> !found.changesService() || changed(settings, each));
        if (underWay.isPresent()) {
            DeployPlan plan = earlier.planOf(found, underWay.get());
            return turningBack(settings, plan, revision, () -> adopt(settings, plan, underWay.get(), phases, sight));
        }
        DeployPlan plan = left.isPresent() ? earlier.planAgain(found) : found;
        return turningBack(settings, plan, revision, () -> begin(settings, plan, revision, phases, sight));
    }

    /** A deployment of the revision begins after it only: where there is one, it is over. */
    private void migrate(
            DeploySettings settings,
            DeployPlan plan,
            String revision,
            Map<String, String> tags,
            Phases phases,
            EarlierRun earlier) {
        if (settings.migration().isEmpty()) {
            return;
        }
        if (!settings.force() && earlier.deployment(plan, revision).isPresent()) {
            listener.on(new DeployEvent.MigrationNeedless(revision));
            return;
        }
        phases.enter(Phase.MIGRATION);
        new MigrationRun(ports, clock, pause, cancellation, listener)
                .run(settings, settings.migration().get(), plan.container().name(), revision, tags);
        cancellation.throwIfCancelled();
        phases.enter(Phase.UPDATE);
    }

    /**
     * Registers the revision and runs what comes before the service is changed, and changes no service. A run that follows takes
     * the revision up.
     *
     * @throws EngineException when that did not end well
     * @throws Cancelled when the work is cancelled
     */
    public void migrate(DeploySettings given, Map<String, String> revisionTags) {
        DeploySettings settings = envFile.located(given);
        try (Phases phases = new Phases(listener)) {
            phases.enter(Phase.PREFLIGHT);
            Sight sight = new Sight(listener);
            DeployPlan plan = new Preflight(ports, sight, listener).plan(settings);
            phases.enter(Phase.UPDATE);
            envFile.put(settings, plan);
            EarlierRun earlier = new EarlierRun(ports.ecs(), settings, sight, listener);
            Optional<String> left = earlier.revision(plan);
            String revision = left.isPresent() ? left.get() : register(settings, plan, revisionTags);
            cancellation.throwIfCancelled();
            migrate(settings, plan, revision, revisionTags, phases, earlier);
        }
    }

    /** Changes a service that keeps its deployment: a count or a limit begins none (ECS API reference, UpdateService). */
    private boolean changed(DeploySettings settings, DeploymentState kept) {
        return ports.ecs()
                .update(settings.cluster(), settings.service(), kept.taskDefinition(), settings.serviceChanges())
                .primary()
                .filter(each -> each.id().equals(kept.id()))
                .isPresent();
    }

    private DeployResult adopt(
            DeploySettings settings, DeployPlan plan, DeploymentState own, Phases phases, Sight sight) {
        Instant met = clock.instant();
        listener.on(new DeployEvent.DeploymentAdopted(own, met));
        phases.enter(Phase.ROLLOUT);
        return follow(settings, plan, own, met, phases, sight);
    }

    /** Once ECS may have begun, an end of ours before its end must not just be forgotten. */
    private DeployResult turningBack(
            DeploySettings settings, DeployPlan plan, String revision, Supplier<DeployResult> deployment) {
        if (settings.onStop() != OnStop.ROLL_BACK) {
            return deployment.get();
        }
        TurnBack turnBack = new TurnBack(ports.ecs(), settings, clock, pause, listener);
        try {
            DeployResult result = deployment.get();
            return result instanceof DeployResult.TimedOut late
                    ? late.whichGoesOn(turnBack.from(revision, plan))
                    : result;
        } catch (Cancelled stopped) {
            turnBack.from(revision, plan);
            throw stopped;
        }
    }

    private DeployResult begin(DeploySettings settings, DeployPlan plan, String revision, Phases phases, Sight sight) {
        ServiceState answer = new Begin(ports.ecs(), listener).update(settings, plan, revision);
        DeploymentState own = ownDeployment(answer, revision);
        Instant started = clock.instant();
        listener.on(new DeployEvent.DeploymentStarted(own, started));
        phases.enter(Phase.ROLLOUT);
        return follow(settings, plan, own, started, phases, sight);
    }

    private String register(DeploySettings settings, DeployPlan plan, Map<String, String> tags) {
        cancellation.throwIfCancelled();
        String revision = new Begin(ports.ecs(), listener).register(settings, plan, tags);
        listener.on(plan.bringing(revision));
        return revision;
    }

    /** The answer to UpdateService holds the deployment it began (ECS API reference, UpdateService); the id in it is ours for good. */
    private static DeploymentState ownDeployment(ServiceState answer, String revision) {
        return answer.deployments().stream()
                .filter(each -> each.taskDefinition().equals(revision))
                // an earlier deployment of the same revision may still be on its way out
                .min(Comparator.comparing(each -> !each.isPrimary()))
                .orElseThrow(() -> new EngineException(
                        FailureKind.AWS_REFUSED,
                        "ECS took the update of service " + answer.name() + " to " + revision
                                + " but began no deployment for it",
                        "",
                        "Look at the service in the ECS console."));
    }

    private DeployResult follow(
            DeploySettings settings,
            DeployPlan plan,
            DeploymentState own,
            Instant started,
            Phases phases,
            Sight sight) {
        Tracker tracker = new Tracker(settings, plan, own, ports, new Moments(clock, started), phases, sight, listener);
        try {
            return new Poller(clock, pause, cancellation)
                    .until(started.plus(settings.timeout()), tracker)
                    .orElseGet(tracker::timedOut);
        } catch (EngineException noLongerFollowed) {
            listener.on(new EngineEvent.Warned(tracker.lostSight(noLongerFollowed.kind())));
            throw noLongerFollowed;
        }
    }
}
