package org.ecsdelivery.engine.deploy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.DefinitionFile;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.ecs.EcsApi.TaskList;
import org.ecsdelivery.engine.ecs.FileState;
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
    private final Checks checks = new Checks();
    private final ImageLookup images;

    Preflight(DeployPorts ports, Sight sight, EngineListener listener) {
        this.ports = ports;
        this.sight = sight;
        this.listener = listener;
        this.images = new ImageLookup(ports.registry(), checks);
    }

    DeployPlan plan(DeploySettings settings) {
        ServiceState service = ports.ecs().service(settings.cluster(), settings.service());
        requireSuitable(service, settings);
        checks.pass(() -> ChangeableService.require(service, settings.serviceChanges()));
        RevisionState base = ports.ecs().revision(service.taskDefinition());
        RevisionState source =
                settings.changes().file().map(file -> read(base, file)).orElse(base);
        checks.pass(() -> TooManyTags.refuse(source.tags().isEmpty() ? base : source, settings.changes()));
        Optional<RevisionState.Container> container = checks.finding(() -> container(settings, source));
        Optional<ImageReference> image = checks.finding(() -> images.pinned(settings.image()));
        image.ifPresent(found -> images.check(settings.image(), found, source));
        ServiceState target = service.changedBy(settings.serviceChanges());
        lookAround(settings, service, target, source);
        if (checks.refuse()) {
            checks.pass(() -> new Feasible(target).require());
        }
        checks.require();
        DeployPlan plan = new DeployPlan(
                service,
                target,
                base,
                source,
                container.orElseThrow(),
                image.orElseThrow(),
                sight.of(Sight.View.TASKS, List.of(), () -> runningTasks(settings)),
                TargetGroupTimes.read(ports.targetGroups(), service.targetGroups(), this::warn),
                new EarlierCompletion(new Fleet(ports, settings), sight).of(service),
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

    private void lookAround(DeploySettings settings, ServiceState service, ServiceState target, RevisionState source) {
        new LogGroups(ports.logs(), checks).check(source);
        new LoadBalancedPorts(source, checks).check(service);
        new FiringAlarms(ports.alarms(), checks).check(target);
        new AutoScaling(ports.scaling(), checks).check(settings);
        new Surroundings(ports.pipelines(), checks).check(settings);
    }

    /**
     * Tells the plan, and what there is to fear of it.
     *
     * @throws EngineException when it cannot succeed
     */
    void tell(DeploySettings settings, DeployPlan plan) {
        listener.on(new DeployEvent.Planned(Outline.of(settings, plan).noting(checks.notes())));
        checks.warnings().forEach(this::warn);
        PlanWarnings.of(settings, plan).forEach(this::warn);
        new Feasible(plan.target()).require();
    }

    private RevisionState read(RevisionState base, DefinitionFile file) {
        FileState found = ports.ecs().definition(base.arn(), file);
        if (!found.unknown().isEmpty()) {
            checks.note(file.path() + " has fields that are not known here and are registered as they are: "
                    + String.join(", ", found.unknown()) + ".");
        }
        return found.definition();
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

    private void warn(String text) {
        listener.on(new EngineEvent.Warned(text));
    }

    private static String named(Parameter parameter) {
        return parameter.label() + " (" + parameter.name() + ")";
    }
}
