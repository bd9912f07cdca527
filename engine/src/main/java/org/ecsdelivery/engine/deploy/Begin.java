package org.ecsdelivery.engine.deploy;

import java.util.Map;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.engine.ecs.EcsApi;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.TransientFailure;

/** The two calls that change something. Where one of them fails, what is left behind is said, or that nobody can know. */
final class Begin {
    private final EcsApi ecs;
    private final EngineListener listener;

    Begin(EcsApi ecs, EngineListener listener) {
        this.ecs = ecs;
        this.listener = listener;
    }

    String register(DeploySettings settings, DeployPlan plan, Map<String, String> tags) {
        try {
            return ecs.register(plan.base().arn(), plan.container().name(), plan.image(), settings.changes(), tags);
        } catch (TransientFailure lost) {
            warn("ECS may have registered a revision after " + plan.base().id()
                    + " although it gave no usable answer; the service was not changed.");
            throw lost;
        }
    }

    ServiceState update(DeploySettings settings, DeployPlan plan, String revision) {
        try {
            return settings.force()
                    ? ecs.deployAgain(settings.cluster(), settings.service(), revision, settings.serviceChanges())
                    : ecs.update(settings.cluster(), settings.service(), revision, settings.serviceChanges());
        } catch (TransientFailure lost) {
            return begunAllTheSame(settings, plan, revision, lost);
        } catch (EngineException refused) {
            warn(RevisionState.shortId(revision) + " is registered; the service was not changed.");
            throw refused;
        }
    }

    /** An answer that got lost does not tell whether the call was done (ECS API reference, UpdateService has no client token). */
    private ServiceState begunAllTheSame(
            DeploySettings settings, DeployPlan plan, String revision, TransientFailure lost) {
        ServiceState now = looked(settings, revision, lost);
        if (now.deployments().stream()
                .filter(each -> !plan.knew(each.id()))
                .noneMatch(each -> each.taskDefinition().equals(revision))) {
            warn(RevisionState.shortId(revision) + " is registered, but ECS shows no deployment of it on service "
                    + settings.service() + ".");
            throw lost;
        }
        return now;
    }

    private ServiceState looked(DeploySettings settings, String revision, TransientFailure lost) {
        try {
            return ecs.service(settings.cluster(), settings.service());
        } catch (EngineException unseen) {
            warn(RevisionState.shortId(revision)
                    + " is registered, and whether ECS began a deployment of it on service " + settings.service()
                    + " is not known: " + unseen.getMessage());
            throw lost;
        }
    }

    private void warn(String text) {
        listener.on(new EngineEvent.Warned(text));
    }
}
