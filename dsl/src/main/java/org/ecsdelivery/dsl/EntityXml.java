package org.ecsdelivery.dsl;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Kind;
import org.ecsdelivery.dsl.model.Params;
import org.ecsdelivery.dsl.model.RootAttributes;
import org.ecsdelivery.dsl.model.SchemaProfile;
import org.ecsdelivery.dsl.xml.Document;
import org.ecsdelivery.dsl.xml.Element;

/** Writes projects with all that is in them. */
final class EntityXml {
    private final SchemaProfile profile;
    private final Map<Template, Element> templates = new IdentityHashMap<>();
    private final List<Entity> entities = new ArrayList<>();

    private EntityXml(SchemaProfile profile) {
        this.profile = profile;
    }

    static List<Entity> of(List<Project> projects, SchemaProfile profile) {
        EntityXml xml = new EntityXml(profile);
        projects.forEach(xml::project);
        return xml.entities;
    }

    private void project(Project project) {
        if (!project.isWrittenElsewhere()) {
            add(Kind.PROJECT, project, project.id(), new ProjectXml(project, profile).element());
        }
        project.vcsRoots().forEach(root -> add(Kind.VCS_ROOT, project, root.id(), vcsRoot(root)));
        project.templates()
                .forEach(each -> add(Kind.TEMPLATE, project, each.id(), configuration(each, settings(each))));
        project.buildTypes()
                .forEach(each -> add(Kind.BUILD_TYPE, project, each.id(), configuration(each, settings(each))));
        project.projects().forEach(this::project);
    }

    private void add(Kind kind, Project project, String id, Element root) {
        entities.add(new Entity(kind, project.id(), id, Document.of(root)));
    }

    private Element settings(Template template) {
        return templates.computeIfAbsent(
                template, each -> new ConfigurationXml(each, Inherited.nothing(), profile).settings());
    }

    private Element settings(BuildType buildType) {
        List<Element> known = buildType.templates().stream()
                .map(Placed::value)
                .filter(Template.class::isInstance)
                .map(each -> settings((Template) each))
                .collect(Collectors.toList());
        return new ConfigurationXml(buildType, Inherited.of(buildType, known), profile).settings();
    }

    private Element configuration(Configuration<?> configuration, Element settings) {
        boolean template = configuration instanceof Template;
        Element root = RootAttributes.root(template ? Kind.TEMPLATE : Kind.BUILD_TYPE, profile);
        if (configuration instanceof BuildType buildType && buildType.isPaused()) {
            root = RootAttributes.with(root, "paused", "true");
        }
        Element description = Element.of("description").containing(configuration.description());
        Sections sections = new Sections(profile).add(Element.of("name").containing(configuration.name()));
        (template ? sections.ifAny(description) : sections.add(description)).add(settings);
        return root.containing(sections.elements()).from(configuration.origin());
    }

    private Element vcsRoot(VcsRoot vcsRoot) {
        Element root = RootAttributes.with(RootAttributes.root(Kind.VCS_ROOT, profile), "type", vcsRoot.type());
        if (vcsRoot.interval() > 0) {
            root = RootAttributes.with(root, "modification-check-interval", Integer.toString(vcsRoot.interval()));
        }
        List<Element> content = new ArrayList<>();
        content.add(Element.of("name").containing(vcsRoot.name()));
        vcsRoot.parameters()
                .forEach((name, value) ->
                        content.add(Params.param(name, value.value(), "").from(value.origin())));
        return root.containing(content).from(vcsRoot.origin());
    }
}
