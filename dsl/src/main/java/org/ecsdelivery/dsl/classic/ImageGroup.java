package org.ecsdelivery.dsl.classic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.RunTypeId;

/** A docker build with what names and pushes its image afterwards: together they are one image step. */
final class ImageGroup {
    private final Cell build;
    private final Meaning.Build said;
    private final Set<ImageName> names = new LinkedHashSet<>();
    private final Set<ImageName> pushed = new LinkedHashSet<>();
    private final List<Cell> members = new ArrayList<>();
    private final List<Cell> waiting = new ArrayList<>();
    private final List<Cell> between = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private String region = "";
    private String profile = "";

    ImageGroup(Cell build, Meaning.Build said) {
        this.build = build;
        this.said = said;
        names.addAll(said.names());
        remarks.addAll(said.remarks());
        members.add(build);
        if (said.pushed()) {
            pushed.addAll(said.names());
        }
    }

    Cell build() {
        return build;
    }

    List<Cell> members() {
        return members;
    }

    boolean has(ImageName name) {
        return names.contains(name);
    }

    void alias(Cell cell, ImageName name) {
        names.add(name);
        members.add(cell);
    }

    void push(Cell cell, Meaning.Push push) {
        pushed.addAll(push.names());
        remarks.addAll(push.remarks());
        members.add(cell);
        between.addAll(waiting);
        waiting.clear();
    }

    /** Another image of this name takes it away from this one. */
    void lose(List<ImageName> taken) {
        taken.forEach(names::remove);
    }

    void stays(Cell cell) {
        waiting.add(cell);
    }

    void login(Meaning.Login login) {
        region = login.region();
        profile = login.profile();
    }

    Set<ImageName> pushed() {
        return pushed;
    }

    /** Returns the names that the image no longer has. */
    Set<ImageName> local() {
        return Stream.concat(said.names().stream(), names.stream())
                .filter(each -> !pushed.contains(each))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    String repository() {
        return pushed.iterator().next().repository();
    }

    /** Returns why it is no image step. */
    Optional<String> refusal() {
        if (pushed.isEmpty()) {
            return Optional.of("the image is not pushed next to it, and an image step always pushes");
        }
        if (pushed.stream().map(ImageName::repository).distinct().count() > 1) {
            return Optional.of("the image is pushed to several repositories, and an image step pushes to one");
        }
        return between.stream()
                .findFirst()
                .map(each -> "between docker build and docker push there is a command that has to stay there, "
                        + each.where());
    }

    /** Returns the step. */
    Meaning.Typed step() {
        Map<String, String> parameters = new LinkedHashMap<>(said.parameters());
        parameters.put("image.repository", repository());
        parameters.put("image.tags", pushed.stream().map(ImageName::tag).collect(Collectors.joining("\n")));
        if (!profile.isEmpty()) {
            parameters.put("aws.profile", profile);
        }
        if (!region.isEmpty() && !ImageName.isEcr(repository())) {
            parameters.put("aws.region", region);
        }
        List<String> all = new ArrayList<>(remarks);
        all.add("it builds without the logins of the agent: a base image in a private registry must be on the engine"
                + " before");
        all.add(
                "it adds the OCI standard labels; switch them off (image.standardLabels) where equal sources must give an"
                        + " equal digest");
        if (!local().isEmpty()) {
            all.add("the image no longer has the name "
                    + local().stream().map(ImageName::toString).collect(Collectors.joining(", ")) + " on the agent");
        }
        return new Meaning.Typed(RunTypeId.IMAGE, parameters, all);
    }
}
