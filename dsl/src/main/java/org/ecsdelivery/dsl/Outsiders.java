package org.ecsdelivery.dsl;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects what settings name and say that others define. */
final class Outsiders {
    private Outsiders() {}

    static Set<String> of(List<Project> projects, List<Reference> given) {
        return Stream.concat(
                        given.stream(),
                        projects.stream().flatMap(Outsiders::project).filter(External.Outside.class::isInstance))
                .map(Reference::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Reference> project(Project project) {
        return Stream.of(
                        project.parent().stream(),
                        project.isWrittenElsewhere()
                                ? Stream.of(External.project(project.id()))
                                : Stream.<Reference>empty(),
                        project.defaultTemplate().stream().map(Placed::value),
                        project.features().stream().flatMap(each -> each.value().references().stream()),
                        project.templates().stream().flatMap(Outsiders::configuration),
                        project.buildTypes().stream().flatMap(Outsiders::configuration),
                        project.buildTypes().stream()
                                .flatMap(each -> each.templates().stream().map(Placed::value)),
                        project.projects().stream().flatMap(Outsiders::project))
                .flatMap(each -> each);
    }

    private static Stream<Reference> configuration(Configuration<?> configuration) {
        return Stream.of(
                        configuration.checkouts().stream()
                                .map(each -> each.value().root()),
                        configuration.snapshotDependencies().stream()
                                .map(each -> each.value().source()),
                        configuration.artifactDependencies().stream()
                                .map(each -> each.value().source()),
                        Stream.of(configuration.triggers(), configuration.features(), configuration.steps())
                                .flatMap(List::stream)
                                .flatMap(each -> each.value().references().stream()))
                .flatMap(each -> each);
    }
}
