package org.ecsdelivery.dsl.classic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Entry;
import org.ecsdelivery.dsl.xml.Document;
import org.ecsdelivery.dsl.xml.Element;
import org.ecsdelivery.dsl.xml.Node;

/** What becomes of the steps of one configuration: the new steps, their order, and what is to be said of it. */
final class Rewrite {
    private static final Map<String, String> TITLES = Map.of(
            RunTypeId.IMAGE,
            "Build and Push Image to ECR",
            RunTypeId.DEPLOY,
            "Deploy to ECS",
            RunTypeId.TASK,
            "Run ECS Task",
            RunTypeId.COVERAGE,
            "Publish Coverage",
            "simpleRunner",
            "Command Line",
            "DockerCommand",
            "Docker");

    private static final Pattern WRITES_ENV_FILE =
            Pattern.compile("(^|\\n)[^#\\n]*(>|\\bcp\\s[^\\n]*\\s|\\bmv\\s[^\\n]*\\s)\\s*[^\\s;|&]*\\.env(\\s|;|$)");

    private final Scope scope;
    private final Map<String, List<Element>> replaced = new LinkedHashMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Set<String> taken;
    private Planner planner;

    private Rewrite(Scope scope, Pushes pushes, Set<String> taken) {
        this.scope = scope;
        this.taken = new HashSet<>(taken);
        this.planner = new Planner(scope, pushes, Map.of());
    }

    /**
     * Decides for a configuration.
     *
     * @param taken the ids of entries that there are anywhere
     */
    static Rewrite of(Scope scope, Pushes pushes, Set<String> taken) {
        Rewrite rewrite = new Rewrite(scope, pushes, taken);
        rewrite.decide(pushes);
        return rewrite;
    }

    /** A step that cannot be cut stays, and what others made of it may then have to stay too. */
    private void decide(Pushes pushes) {
        Map<String, String> left = new LinkedHashMap<>(ignoringFailures());
        Optional<Map.Entry<String, String>> problem;
        do {
            planner = new Planner(scope, pushes, left);
            planner.plan();
            problem = problem();
            problem.ifPresent(each -> left.put(each.getKey(), each.getValue()));
        } while (problem.isPresent());
        planner.steps().forEach(this::step);
    }

    /** Where a failing script does not fail the build, a typed step that does is something else. */
    private Map<String, String> ignoringFailures() {
        Map<String, String> left = new LinkedHashMap<>();
        if (scope.anyHas("shouldFailBuildOnBadExitCode", "false")) {
            scope.entity().entries("build-runners").stream()
                    .filter(each -> SourceStep.of(each, scope::hasParameter).isRead())
                    .forEach(each -> left.put(
                            each.id(),
                            "a script that fails does not fail this build (shouldFailBuildOnBadExitCode), and a typed step"
                                    + " does"));
        }
        return left;
    }

    private Optional<Map.Entry<String, String>> problem() {
        for (SourceStep step : planner.steps()) {
            if (Parts.change(planner, step)) {
                List<Part> parts = Parts.of(planner, step);
                Optional<String> reason = Parts.refusal(step, parts);
                boolean other = parts.size() != 1
                        || !parts.get(0).type(step).equals(step.entry().type());
                if (reason.isEmpty() && other) {
                    reason = scope.isReferredTo(step.id());
                }
                if (reason.isPresent()) {
                    return Optional.of(Map.entry(step.id(), reason.get()));
                }
            }
        }
        return Optional.empty();
    }

    private void step(SourceStep step) {
        if (step.isRead() && Parts.change(planner, step)) {
            replace(step, Parts.of(planner, step));
        } else {
            step.refusal().ifPresent(reason -> remark(step.entry(), "stays as it is: " + reason, List.of()));
        }
        if (WRITES_ENV_FILE
                .matcher(step.entry().parameters().getOrDefault(SourceStep.SCRIPT, ""))
                .find()) {
            remark(
                    step.entry(),
                    "it writes an env file: an Env File feature makes one out of parameters and secrets and removes it"
                            + " after the build, and './env-file migrate' reads the files that are there",
                    List.of());
        }
        for (Cell cell : planner.cells(step)) {
            if (cell.meaning() instanceof Meaning.Kept kept && !cell.isConsumed()) {
                String line = step.text().isEmpty()
                        ? "it"
                        : "line " + cell.item().statement().line();
                remark(step.entry(), line + " stays as it is: " + kept.reason(), List.of());
            }
        }
    }

    private void replace(SourceStep step, List<Part> parts) {
        int keeper = keeper(parts);
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) {
            Part part = parts.get(at);
            String id = at == keeper ? step.id() : newId(part.type(step));
            elements.add(part.element(step, id, at == keeper));
        }
        replaced.put(step.id(), elements);
        remark(step.entry(), fact(step, parts), details(step, parts));
    }

    /** The script keeps the id, since others may know the step by it. */
    private static int keeper(List<Part> parts) {
        for (int at = 0; at < parts.size(); at++) {
            if (parts.get(at).isScript()) {
                return at;
            }
        }
        return 0;
    }

    private String newId(String type) {
        String base = type.replaceAll("[^A-Za-z0-9_]", "_");
        String id = base;
        for (int number = 1; !taken.add(id); number++) {
            id = base + "_" + number;
        }
        return id;
    }

    private static String fact(SourceStep step, List<Part> parts) {
        return parts.isEmpty()
                ? "goes, since a typed step of this configuration does it"
                : "becomes "
                        + String.join(
                                ", then ",
                                parts.stream()
                                        .map(each -> TITLES.getOrDefault(each.type(step), each.type(step)))
                                        .toList());
    }

    private List<String> details(SourceStep step, List<Part> parts) {
        Set<String> details = new LinkedHashSet<>();
        parts.forEach(each -> each.typed().ifPresent(typed -> details.addAll(typed.remarks())));
        if (parts.stream()
                .anyMatch(each -> each.typed()
                        .filter(typed -> typed.parameters().containsKey("aws.profile"))
                        .isPresent())) {
            details.add("the profile has to be one of the credentials that the build has (aws.profile)");
        }
        List<Cell> cells = planner.cells(step);
        if (cells.stream().anyMatch(each -> each.isConsumed() && each.meaning() instanceof Meaning.Login)) {
            details.add(
                    "the login goes: typed steps get a token for each call, with the AWS access of the build; put it"
                            + " back where a script that stays calls docker in a file of its own");
        }
        if (cells.stream().anyMatch(each -> each.meaning() instanceof Meaning.Nothing && !isKept(step, each, parts))) {
            details.add("what is only printed goes: typed steps say what they do");
        }
        if (!step.strict()
                && cells.stream().filter(each -> !each.item().isState()).count() > 1) {
            details.add("the first command that fails ends the build now; after some of them the script went on");
        }
        if (step.entry().parameters().containsKey("plugin.docker.imageId")) {
            details.add("typed steps run on the agent itself, not in the container of the step");
        }
        return List.copyOf(details);
    }

    private static boolean isKept(SourceStep step, Cell cell, List<Part> parts) {
        return parts.stream()
                .anyMatch(each -> each.script()
                        .filter(text -> text.contains(step.source(cell.item())))
                        .isPresent());
    }

    private void remark(Entry entry, String fact, List<String> details) {
        remarks.add(new Remark(entry.origin().toString(), entry.title(), fact, details));
    }

    List<Remark> remarks() {
        return remarks;
    }

    boolean isNothing() {
        return replaced.isEmpty();
    }

    Set<String> takenIds() {
        return taken;
    }

    /** Returns the configuration, or one that is made from it, with the new steps; empty when the file cannot be changed. */
    Optional<Entity> applied(Entity entity) {
        boolean own = entity.id().equals(scope.entity().id());
        Document document = entity.document()
                .changed(root ->
                        root.changingElements(each -> each.name().equals("settings") ? settings(each, own) : each));
        return entity.document().isAsTeamCityWritesIt() || document.equals(entity.document())
                ? Optional.of(new Entity(entity.kind(), entity.project(), entity.id(), document))
                : Splice.of(entity, document.root(), own ? replaced : Map.of(), this::order);
    }

    private Element settings(Element settings, boolean own) {
        return settings.changingElements(each -> each.name().equals("build-runners") ? runners(each, own) : each);
    }

    private Element runners(Element runners, boolean own) {
        Element ordered = runners.attribute("order")
                .map(order -> runners.with("order", order(order)))
                .orElse(runners);
        if (!own) {
            return ordered;
        }
        List<Node> content = new ArrayList<>();
        ordered.children().forEach(child -> {
            if (child instanceof Element runner && replaced.containsKey(idOf(runner))) {
                content.addAll(replaced.getOrDefault(idOf(runner), List.of()));
            } else {
                content.add(child);
            }
        });
        return ordered.containing(content);
    }

    private static String idOf(Element runner) {
        return runner.attribute("id").orElse("");
    }

    private String order(String order) {
        List<String> ids = new ArrayList<>();
        for (String id : order.strip().split("\\s*,\\s*")) {
            if (replaced.containsKey(id)) {
                replaced.getOrDefault(id, List.of()).forEach(each -> ids.add(idOf(each)));
            } else {
                ids.add(id);
            }
        }
        return String.join(", ", ids);
    }
}
