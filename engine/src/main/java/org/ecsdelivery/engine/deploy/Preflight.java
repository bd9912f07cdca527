package org.ecsdelivery.engine.deploy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.ecs.EcsApi.TaskList;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** Looks at everything a deployment needs before anything is changed. */
final class Preflight {
    private final DeployPorts ports;
    private final Sight sight;
    private final EngineListener listener;

    Preflight(DeployPorts ports, Sight sight, EngineListener listener) {
        this.ports = ports;
        this.sight = sight;
        this.listener = listener;
    }

    DeployPlan plan(DeploySettings settings) {
        ServiceState service = ports.ecs().service(settings.cluster(), settings.service());
        requireSuitable(service, settings);
        ChangeableService.require(service, settings.serviceChanges());
        RevisionState base = ports.ecs().revision(service.taskDefinition());
        RevisionState.Container container = container(settings, base);
        ImageReference image = pinned(settings.image());
        DeployPlan plan = new DeployPlan(
                service,
                service.changedBy(settings.serviceChanges()),
                base,
                container,
                image,
                sight.of(Sight.View.TASKS, List.of(), () -> runningTasks(settings)),
                TargetGroupTimes.read(ports.targetGroups(), service.targetGroups(), this::warn),
                Set.of());
        int running = sight.hides(Sight.View.TASKS)
                ? service.running()
                : plan.oldTasks().size();
        listener.on(new DeployEvent.ServiceFound(settings.cluster(), service, running, plan.longestDelay()));
        if (!settings.image().equals(plan.image())) {
            listener.on(new DeployEvent.ImagePinned(settings.image(), plan.image()));
        }
        return plan;
    }

    /**
     * Tells the plan, and what there is to fear of it.
     *
     * @throws EngineException when it cannot succeed
     */
    void tell(DeploySettings settings, DeployPlan plan) {
        listener.on(new DeployEvent.Planned(Outline.of(settings, plan)));
        PlanWarnings.of(settings, plan).forEach(this::warn);
        new Feasible(plan.target()).require();
    }

    private List<TaskState> runningTasks(DeploySettings settings) {
        return ports.ecs()
                .tasks(
                        settings.cluster(),
                        ports.ecs().listTasks(settings.cluster(), settings.service(), TaskList.RUNNING));
    }

    private static void requireSuitable(ServiceState service, DeploySettings settings) {
        if (!service.status().equals("ACTIVE")) {
            throw new EngineException(
                    FailureKind.SERVICE_UNSUITABLE,
                    "Service " + service.name() + " in cluster " + settings.cluster() + " is " + service.status()
                            + ", which means that it was deleted",
                    "",
                    "Create the service again, or correct " + named(DeployParameters.SERVICE) + ".");
        }
        Controller.requireEcs(service);
    }

    private static RevisionState.Container container(DeploySettings settings, RevisionState base) {
        if (settings.container().isEmpty() && base.containers().size() == 1) {
            return base.containers().get(0);
        }
        String names =
                base.containers().stream().map(each -> each.name().value()).collect(Collectors.joining(", "));
        return base.containers().stream()
                .filter(each -> settings.container().filter(each.name()::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new EngineException(
                        FailureKind.CONTAINER_NOT_FOUND,
                        settings.container()
                                .map(given -> "Task definition " + base.id() + " has no container " + given)
                                .orElse("Task definition " + base.id() + " has "
                                        + base.containers().size() + " containers, and no container is given"),
                        "",
                        "Enter one of " + names + " as " + named(DeployParameters.CONTAINER) + "."));
    }

    private ImageReference pinned(ImageReference given) {
        RegistryHost host =
                given.host().orElseGet(() -> ports.registry().authorize().host());
        ImageReference image = given.inRegistry(host);
        ImageDigest digest = image.digest().orElseGet(() -> digestBehindTag(image, host));
        return image.pinnedTo(digest);
    }

    private ImageDigest digestBehindTag(ImageReference image, RegistryHost host) {
        RegistryHost own = ports.registry().authorize().host();
        // ECR answers for other accounts, but for its own Region only (ECR API reference, DescribeImages, registryId)
        boolean inReach = host.account().isPresent() && host.region().equals(own.region());
        if (!inReach && !host.isSameRegistryAs(own)) {
            String what = host.region().map(region -> "lies in " + region).orElse("is no ECR registry");
            throw new EngineException(
                    FailureKind.OTHER_REGISTRY,
                    "The tag of " + image + " cannot be looked up: " + host + " " + what + ", the build's registry is "
                            + own,
                    "",
                    "Enter the image with its digest (name@sha256:...) as " + named(DeployParameters.IMAGE) + ".");
        }
        return ports.registry()
                .digestOf(image)
                .orElseThrow(() -> new EngineException(
                        FailureKind.IMAGE_NOT_FOUND,
                        "There is no image " + image,
                        "",
                        "Push it first, or correct " + named(DeployParameters.IMAGE) + "."));
    }

    private void warn(String text) {
        listener.on(new EngineEvent.Warned(text));
    }

    private static String named(Parameter parameter) {
        return parameter.label() + " (" + parameter.name() + ")";
    }
}
