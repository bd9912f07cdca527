package org.ecsdelivery.dsl;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.dsl.model.Kind;
import org.ecsdelivery.dsl.model.RootAttributes;
import org.ecsdelivery.dsl.model.SchemaProfile;
import org.ecsdelivery.dsl.xml.Element;

/** Writes one project, without what has files of its own. */
final class ProjectXml {
    /** The project above all others; TeamCity does not write it as a parent. */
    private static final String ROOT = "_Root";

    private final Project project;
    private final SchemaProfile profile;

    ProjectXml(Project project, SchemaProfile profile) {
        this.project = project;
        this.profile = profile;
    }

    Element element() {
        Sections sections = new Sections(profile)
                .add(Element.of("name").containing(project.name()))
                .ifAny(Element.of("description").containing(project.description()));
        project.defaultTemplate()
                .ifPresent(template -> sections.add(Element.of("default-template")
                        .with("ref", template.value().id())
                        .from(template.origin())));
        sections.list(SettingXml.parametersOf(project))
                .ifAny(Element.of("project-extensions").containing(features()))
                .list(Element.of("cleanup").containing(project.cleanup().elements()));
        if (project.isOrdered()) {
            order(sections, "subprojectsOrder", project.projects());
            order(sections, "buildTypesOrder", project.buildTypes());
        }
        return root().containing(RawElements.PROJECT.placed(sections.elements(), project.rawElements()))
                .from(project.origin());
    }

    private Element root() {
        Element root = RootAttributes.root(Kind.PROJECT, profile);
        String parent = project.parent().map(Reference::id).orElse(ROOT);
        if (!parent.equals(ROOT)) {
            root = RootAttributes.with(root, "parent-id", parent);
        }
        return project.isArchived() ? RootAttributes.with(root, "archived", "true") : root;
    }

    private List<Element> features() {
        SettingXml entries = new SettingXml(profile);
        ChildIds ids = new ChildIds(
                project.features().stream().map(each -> each.value().id()).toList());
        return project.features().stream()
                .map(each -> entries.setting("extension", ids.of(each.value().id(), "PROJECT_EXT_"), each))
                .toList();
    }

    private static void order(Sections sections, String name, List<? extends Named<?>> members) {
        Stream<String> ids = members.stream().map(Named::id);
        if (!members.isEmpty()) {
            sections.add(Element.of(name).with("order", ids.collect(Collectors.joining(","))));
        }
    }
}
