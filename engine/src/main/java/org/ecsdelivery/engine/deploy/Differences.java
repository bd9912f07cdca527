package org.ecsdelivery.engine.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.engine.ecs.DeploymentRules.Alarms;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.RevisionState.Container;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.ecs.TaskTraits;
import org.ecsdelivery.engine.ecs.Variables;
import org.ecsdelivery.engine.event.Plan.Difference;

/**
 * What will differ between the revision of now and the next one. Values of variables are not told: the build log has more
 * readers than the task definition.
 */
final class Differences {
    private final RevisionChanges changes;
    private final DeployPlan plan;
    private final Container container;
    private final Optional<Container> before;
    private final List<Difference> all = new ArrayList<>();

    private Differences(DeploySettings settings, DeployPlan plan) {
        this.changes = settings.changes();
        this.plan = plan;
        this.container = plan.container();
        this.before = plan.containerBefore();
        String tag = settings.image().tag().map(each -> " (tag " + each + ")").orElse("");
        all.add(new Difference("Image" + ofContainer(), plan.imageBefore(), plan.image() + tag));
    }

    static List<Difference> of(DeploySettings settings, DeployPlan plan) {
        Differences differences = new Differences(settings, plan);
        differences.revision();
        differences.service();
        return List.copyOf(differences.all);
    }

    static List<Difference> ofRevision(DeploySettings settings, DeployPlan plan) {
        Differences differences = new Differences(settings, plan);
        differences.revision();
        return List.copyOf(differences.all);
    }

    private void revision() {
        changes.file()
                .ifPresent(
                        file -> all.add(new Difference("Made from", plan.base().id(), file.path())));
        others();
        variables();
        secrets();
        compare(
                "Env files" + ofContainer(),
                String.join(", ", variablesBefore().files()),
                String.join(", ", after().files()));
        command();
        traits();
        tags();
    }

    private void tags() {
        Map<String, String> before = plan.base().tags();
        changes.tags()
                .forEach((key, value) -> compare(
                        "Tag " + key,
                        before.containsKey(key) ? "set" : "",
                        before.containsKey(key) && !value.equals(before.get(key)) ? "another value" : "set"));
    }

    /** The other containers, which only a file can change. */
    private void others() {
        Map<String, String> now = images(plan.base());
        Map<String, String> then = images(plan.source());
        names(now, then).stream()
                .filter(name -> !name.equals(container.name().value()))
                .forEach(name ->
                        compare("Image of container " + name, now.getOrDefault(name, ""), then.getOrDefault(name, "")));
    }

    private static Map<String, String> images(RevisionState revision) {
        return revision.containers().stream()
                .collect(Collectors.toMap(each -> each.name().value(), Container::image));
    }

    private void variables() {
        Map<String, String> before = variablesBefore().plain();
        Map<String, String> after = after().plain();
        names(before, after)
                .forEach(name -> compare(
                        "Variable " + name + ofContainer(),
                        before.containsKey(name) ? "set" : "",
                        !after.containsKey(name)
                                ? ""
                                : !before.containsKey(name) || after.get(name).equals(before.get(name))
                                        ? "set"
                                        : "another value"));
    }

    private void secrets() {
        Map<String, String> before = variablesBefore().secrets();
        Map<String, String> after = after().secrets();
        names(before, after)
                .forEach(name -> compare(
                        "Secret " + name + ofContainer(), before.getOrDefault(name, ""), after.getOrDefault(name, "")));
    }

    private void command() {
        List<String> after = changes.command().isEmpty() ? container.command() : changes.command();
        List<String> now = before.map(Container::command).orElse(List.of());
        compare("Command" + ofContainer(), String.join(" ", now), String.join(" ", after));
    }

    private void traits() {
        TaskTraits before = plan.base().traits();
        TaskTraits after = plan.source().traits().changedBy(changes);
        compare("CPU units", before.cpu(), after.cpu());
        compare("Memory, MiB", before.memory(), after.memory());
        compare("Task role", before.taskRole(), after.taskRole());
        compare("Execution role", before.executionRole(), after.executionRole());
    }

    private void service() {
        ServiceState before = plan.service();
        ServiceState after = plan.target();
        compare("Desired count", String.valueOf(before.desired()), String.valueOf(after.desired()));
        compare(
                "Health check grace period, seconds",
                String.valueOf(before.rules().gracePeriod().toSeconds()),
                String.valueOf(after.rules().gracePeriod().toSeconds()));
        compare(
                "Minimum healthy percent",
                String.valueOf(before.rules().minimumHealthyPercent()),
                String.valueOf(after.rules().minimumHealthyPercent()));
        compare(
                "Maximum percent",
                String.valueOf(before.rules().maximumPercent()),
                String.valueOf(after.rules().maximumPercent()));
        compare(
                "Circuit breaker",
                before.rules().breaker().name(),
                after.rules().breaker().name());
        Alarms watched = before.rules().alarms();
        Alarms watching = after.rules().alarms();
        compare("Alarms", String.join(", ", watched.names()), String.join(", ", watching.names()));
        compare(
                "When an alarm goes off",
                watched.onAlarm().name(),
                watching.onAlarm().name());
        compare(
                "Tags of tasks",
                before.traits().propagated().name(),
                after.traits().propagated().name());
        compare(
                "Capacity providers",
                before.traits().placement(),
                after.traits().placement());
    }

    private Variables variablesBefore() {
        return before.map(Container::variables).orElse(Variables.NONE);
    }

    private Variables after() {
        return container.variables().changedBy(changes);
    }

    private static Set<String> names(Map<String, String> before, Map<String, String> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names;
    }

    private void compare(String what, String before, String after) {
        if (!before.equals(after)) {
            all.add(new Difference(what, before, after));
        }
    }

    private String ofContainer() {
        return " of container " + container.name();
    }
}
