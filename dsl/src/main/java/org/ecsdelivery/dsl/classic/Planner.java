package org.ecsdelivery.dsl.classic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.CoverageParameters;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.settings.ServiceSetParameters;
import org.ecsdelivery.common.settings.TaskParameters;
import org.ecsdelivery.dsl.model.Entry;

/** Decides what the commands of one configuration become: what belongs together becomes one step, and the rest stays. */
final class Planner {
    private final Scope scope;
    private final Pushes pushes;
    private final List<SourceStep> steps = new ArrayList<>();
    private final List<SourceStep> outside = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<ImageGroup> groups = new ArrayList<>();
    private final Map<Cell, ImageGroup> byBuild = new HashMap<>();

    Planner(Scope scope, Pushes pushes, Map<String, String> left) {
        this.scope = scope;
        this.pushes = pushes;
        for (Entry entry : scope.effective().entries("build-runners").values()) {
            steps.add(source(entry, left));
        }
        scope.derived()
                .forEach(each -> each.entries("build-runners")
                        .forEach(entry -> outside.add(SourceStep.left(entry, Optional.empty()))));
        steps.forEach(step -> step.items().forEach(item -> cells.add(new Cell(step, item))));
    }

    private SourceStep source(Entry entry, Map<String, String> left) {
        if (!entry.owner().equals(scope.entity())) {
            return SourceStep.left(entry, Optional.empty());
        }
        if (left.containsKey(entry.id())) {
            return SourceStep.left(entry, Optional.of(left.getOrDefault(entry.id(), "")));
        }
        if (!scope.isOne(entry)) {
            return SourceStep.left(entry, Optional.empty());
        }
        SourceStep step = SourceStep.of(entry, scope::hasParameter);
        if (scope.effective().disabled().contains(entry.id())
                && (step.isRead() || step.refusal().isPresent())) {
            return SourceStep.left(entry, Optional.of("it is switched off"));
        }
        return step;
    }

    /** Decides. */
    void plan() {
        group();
        int before;
        do {
            before = groups.size();
            List<ImageGroup> all = List.copyOf(groups);
            for (ImageGroup group : all) {
                refusal(group).ifPresent(reason -> dissolve(group, reason));
            }
        } while (groups.size() < before && regroup());
        groups.forEach(group -> {
            group.members().forEach(Cell::consume);
            byBuild.put(group.build(), group);
            pushes.add(scope.entity().id(), group.pushed());
        });
        name();
        coverage();
        validate();
        waits();
        logins();
    }

    /** What stays may stand between the commands of another image. */
    private boolean regroup() {
        groups.clear();
        group();
        return true;
    }

    private void group() {
        List<ImageGroup> open = new ArrayList<>();
        Meaning.Login login = new Meaning.Login(true, "", "");
        Optional<SourceStep> last = Optional.empty();
        for (SourceStep step : steps) {
            if (!step.isRead()
                    || !scope.knowsAllSteps()
                    || last.isPresent() && !last.get().runsWith(step)) {
                open.clear();
            }
            for (Cell cell : of(step)) {
                if (cell.meaning() instanceof Meaning.Login found && found.ecr()) {
                    login = found;
                } else if (cell.meaning() instanceof Meaning.Build build) {
                    open.forEach(each -> each.lose(build.names()));
                    ImageGroup group = new ImageGroup(cell, build);
                    open.add(group);
                    groups.add(group);
                } else {
                    join(cell, open);
                }
                Meaning.Login known = login;
                open.forEach(each -> each.login(known));
            }
            last = Optional.of(step);
        }
    }

    private static void join(Cell cell, List<ImageGroup> open) {
        if (cell.meaning() instanceof Meaning.Alias alias) {
            Optional<ImageGroup> group =
                    open.stream().filter(each -> each.has(alias.from())).findFirst();
            group.ifPresent(each -> each.alias(cell, alias.to()));
            if (group.isEmpty()) {
                cell.become(new Meaning.Kept("the image that it gives a name to is not built just before it"));
            }
        } else if (cell.meaning() instanceof Meaning.Push push) {
            Optional<ImageGroup> group = open.stream()
                    .filter(each -> push.names().stream().allMatch(each::has))
                    .findFirst();
            group.ifPresent(each -> each.push(cell, push));
            if (group.isEmpty()) {
                cell.become(new Meaning.Kept("the image that it pushes is not built just before it, and an image step"
                        + " pushes what it has built"));
            }
        }
        if (cell.stays() || isStepOfItsOwn(cell.meaning())) {
            open.forEach(each -> each.stays(cell));
        }
    }

    private static boolean isStepOfItsOwn(Meaning meaning) {
        return meaning instanceof Meaning.Typed
                || meaning instanceof Meaning.Unnamed
                || meaning instanceof Meaning.Stable
                || meaning instanceof Meaning.Zip;
    }

    private List<Cell> of(SourceStep step) {
        return cells.stream().filter(each -> each.step() == step).toList();
    }

    private Optional<String> refusal(ImageGroup group) {
        Optional<String> own = group.refusal();
        if (own.isPresent()) {
            return own;
        }
        String host = scope.known(group.repository());
        boolean loggedIn =
                cells.stream().anyMatch(each -> each.meaning() instanceof Meaning.Login login && login.ecr());
        if (!ImageName.isEcr(host) && !(host.startsWith("%") && loggedIn)) {
            return Optional.of("the image does not go to a registry of ECR"
                    + (host.startsWith("%") ? ", as far as the settings tell" : ""));
        }
        if (cells.stream().anyMatch(each -> each.meaning() instanceof Meaning.Login login && !login.ecr())) {
            return Optional.of("there is a login to another registry than ECR, from which base images may come, and an"
                    + " image step uses no logins");
        }
        if (scope.foreignLogin().isPresent()) {
            return Optional.of("the feature Docker Support logs in to a registry that may not be one of ECR, from which"
                    + " base images may come, and an image step uses no logins");
        }
        return usedName(group).or(() -> invalid(group.step()));
    }

    /** A name that the image no longer has may be used by others. */
    private Optional<String> usedName(ImageGroup group) {
        for (ImageName name : group.local()) {
            Stream<String> others = Stream.concat(
                    cells.stream()
                            .filter(each -> each.stays() && !group.members().contains(each))
                            .map(Cell::source),
                    Stream.concat(steps.stream(), outside.stream())
                            .filter(each -> !each.isRead())
                            .flatMap(each -> each.entry().parameters().values().stream()));
            if (others.anyMatch(each -> mentions(each, name))) {
                return Optional.of("another command uses the image as " + name + ", a name that an image step does not"
                        + " give it");
            }
        }
        return Optional.empty();
    }

    private static boolean mentions(String text, ImageName name) {
        int at = text.indexOf(name.repository());
        while (at >= 0) {
            int end = at + name.repository().length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '/';
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (begins && ends) {
                return true;
            }
            at = text.indexOf(name.repository(), end);
        }
        return false;
    }

    private void dissolve(ImageGroup group, String reason) {
        groups.remove(group);
        group.members()
                .forEach(each -> each.become(new Meaning.Kept(
                        each == group.build()
                                ? reason
                                : "it belongs to the docker build "
                                        + group.build().where())));
    }

    /** Gives deployments that name a tag only, or none at all, the image that they can only mean. */
    private void name() {
        scope.effective()
                .entries("build-runners")
                .values()
                .forEach(each -> pushes.add(scope.entity().id(), each));
        for (Cell cell : cells) {
            if (cell.meaning() instanceof Meaning.Unnamed unnamed) {
                Optional<String> image = image(unnamed);
                Meaning.Typed step = unnamed.step();
                List<String> remarks = new ArrayList<>(step.remarks());
                remarks.add("the image is taken to be " + image.orElse("")
                        + ", in the only container; enter another container"
                        + " where there are several (deploy.container)");
                Map<String, String> parameters = new HashMap<>(step.parameters());
                image.ifPresent(each -> parameters.put("deploy.image", each));
                cell.become(
                        image.isPresent()
                                ? new Meaning.Typed(step.type(), parameters, remarks)
                                : new Meaning.Kept("it does not name the image, which a deploy step has to be told"
                                        + " (deploy.image), and no image step of this build or the one before it is the only one"
                                        + " that it can come from"));
            }
        }
    }

    private Optional<String> image(Meaning.Unnamed unnamed) {
        return unnamed.tag().isEmpty()
                ? pushes.moving(scope.entity().id()).map(ImageName::toString)
                : pushes.repository(scope).map(each -> each + ":" + unnamed.tag());
    }

    private void coverage() {
        for (Cell cell : cells) {
            if (cell.meaning() instanceof Meaning.Zip zip) {
                boolean used = steps.stream()
                                .filter(each -> each != cell.step())
                                .flatMap(each -> each.entry().parameters().values().stream())
                                .anyMatch(each -> each.contains(CoverageZip.FILE))
                        || cells.stream()
                                .anyMatch(each -> each.stays() && each.source().contains(CoverageZip.FILE));
                cell.become(CoverageZip.step(zip, scope, used, cell.item().place()));
            }
        }
    }

    private void validate() {
        for (Cell cell : cells) {
            if (cell.isTyped()
                    && cell.meaning() instanceof Meaning.Typed typed
                    && typed.type().equals(RunTypeId.DEPLOY)) {
                registry(cell, typed);
            }
        }
        for (Cell cell : cells) {
            if (cell.isTyped() && cell.meaning() instanceof Meaning.Typed typed) {
                invalid(typed).ifPresent(reason -> cell.become(new Meaning.Kept(reason)));
            }
        }
    }

    /** A tag is looked up in ECR only, and a name without a registry is one of Docker Hub for others. */
    private void registry(Cell cell, Meaning.Typed step) {
        String image = scope.known(step.parameters().getOrDefault("deploy.image", ""));
        if (image.startsWith("%") || image.contains("@sha256:")) {
            List<String> remarks = new ArrayList<>(step.remarks());
            remarks.add("the image has to lie in ECR, or to be named by its digest");
            cell.become(new Meaning.Typed(step.type(), step.parameters(), remarks));
        } else if (!ImageName.isEcr(image)) {
            cell.become(
                    new Meaning.Kept("the image lies in another registry than ECR, where a deploy step does not look up"
                            + " its digest"));
        }
    }

    private static Optional<String> invalid(Meaning.Typed step) {
        List<InvalidParameter> problems = switch (step.type()) {
            case RunTypeId.IMAGE ->
                ImageParameters.parse(step.parameters(), References.UNRESOLVED).invalidParameters();
            case RunTypeId.DEPLOY ->
                ServiceSetParameters.parse(step.parameters(), References.UNRESOLVED)
                        .invalidParameters();
            case RunTypeId.TASK ->
                TaskParameters.parse(step.parameters(), References.UNRESOLVED).invalidParameters();
            case RunTypeId.COVERAGE ->
                CoverageParameters.parse(step.parameters(), References.UNRESOLVED)
                        .invalidParameters();
            default -> List.of();
        };
        return problems.stream()
                .findFirst()
                .map(each -> "the typed step would refuse " + each.parameter().label() + " ("
                        + each.parameter().name() + "): " + each.problem());
    }

    /** A deploy step waits by itself. */
    private void waits() {
        Set<String> deployed = new HashSet<>();
        for (Cell cell : cells) {
            if (cell.isTyped() && cell.meaning() instanceof Meaning.Typed typed) {
                deployed.add(typed.parameters().get("deploy.cluster") + " "
                        + typed.parameters().get("deploy.service"));
            } else if (cell.meaning() instanceof Meaning.Stable stable) {
                boolean waited = !stable.services().isEmpty()
                        && stable.services().stream()
                                .allMatch(each -> deployed.contains(stable.cluster() + " " + each));
                if (waited) {
                    cell.consume();
                } else {
                    cell.become(new Meaning.Kept("it waits for a service that no typed step just before it deploys"));
                }
            }
        }
    }

    /** A login goes when nothing is left that could need it. */
    private void logins() {
        boolean needed = cells.stream()
                        .anyMatch(each -> each.stays()
                                && each.source().contains("docker")
                                && !DockerCommands.needsNoLogin(each.source()))
                || Stream.concat(steps.stream(), outside.stream())
                        .filter(each -> !each.isRead())
                        .filter(each -> !scope.effective().disabled().contains(each.id()))
                        .anyMatch(Planner::mayNeedLogin);
        for (Cell cell : cells) {
            if (cell.meaning() instanceof Meaning.Login login && !cell.isConsumed()) {
                if (needed || !login.ecr() || !isAnythingTyped()) {
                    cell.become(new Meaning.Foreign());
                } else {
                    cell.consume();
                }
            }
        }
    }

    private static boolean mayNeedLogin(SourceStep step) {
        return step.entry().type().equals("DockerCommand")
                || step.entry().parameters().entrySet().stream()
                        .anyMatch(each -> each.getKey().equals("plugin.docker.imageId")
                                || each.getValue().contains("docker"));
    }

    boolean isAnythingTyped() {
        return !groups.isEmpty() || cells.stream().anyMatch(Cell::isTyped);
    }

    List<SourceStep> steps() {
        return steps;
    }

    List<Cell> cells(SourceStep step) {
        return of(step);
    }

    /** Returns the step that stands where a command stood. */
    Optional<Meaning.Typed> stepAt(Cell cell) {
        ImageGroup group = byBuild.get(cell);
        if (group != null) {
            return Optional.of(group.step());
        }
        return cell.isTyped() && cell.meaning() instanceof Meaning.Typed typed ? Optional.of(typed) : Optional.empty();
    }

    Set<ImageName> pushed() {
        Set<ImageName> all = new LinkedHashSet<>();
        groups.forEach(each -> all.addAll(each.pushed()));
        return all;
    }
}
