package org.ecsdelivery.dsl.check;

import java.util.List;
import java.util.Map;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Entry;
import org.ecsdelivery.dsl.model.Kind;
import org.ecsdelivery.dsl.xml.Element;

/** What is named by its id: templates, VCS roots, build configurations. */
final class ReferenceCheck implements Check {
    private static final Map<String, Kind> IN_PARAMETERS = Map.of(
            "dependsOn", Kind.BUILD_TYPE,
            "buildTypeId", Kind.BUILD_TYPE,
            "rootId", Kind.VCS_ROOT,
            "vcsRootId", Kind.VCS_ROOT);

    @Override
    public void look(Scene scene) {
        scene.tree().entities(Kind.PROJECT).forEach(each -> project(each, scene));
        scene.configurations().forEach(each -> configuration(each, scene));
    }

    private static void project(Entity project, Scene scene) {
        project.root()
                .element("default-template")
                .ifPresent(each -> named(project, each, "ref", Kind.TEMPLATE, scene, true));
        parameters(project.entries("project-extensions"), scene);
    }

    private static void configuration(Entity entity, Scene scene) {
        Element settings = entity.settings();
        if (settings.attribute("ref").isPresent()) {
            named(entity, settings, "ref", Kind.TEMPLATE, scene, true);
        }
        settings.elements("inherits", "ref").forEach(each -> named(entity, each, "id", Kind.TEMPLATE, scene, true));
        settings.elements("vcs-settings", "vcs-entry-ref")
                .forEach(each -> named(entity, each, "root-id", Kind.VCS_ROOT, scene, true));
        for (String list : List.of("artifact-dependencies", "dependencies")) {
            entity.entries(list)
                    .forEach(each -> named(entity, each.element(), "sourceBuildTypeId", Kind.BUILD_TYPE, scene, false));
        }
        parameters(entity.entries("build-triggers"), scene);
        parameters(entity.entries("build-extensions"), scene);
    }

    private static void parameters(List<Entry> entries, Scene scene) {
        for (Entry entry : entries) {
            entry.parameters().forEach((name, id) -> {
                Kind kind = IN_PARAMETERS.get(name);
                if (kind != null && !id.isEmpty()) {
                    named(entry.owner(), Element.of("x").with(name, id).from(entry.origin()), name, kind, scene, false);
                }
            });
        }
    }

    private static void named(
            Entity owner, Element place, String attribute, Kind kind, Scene scene, boolean onlyFromAbove) {
        String id = place.attribute(attribute).orElse("");
        if (scene.isOutside(id)) {
            return;
        }
        scene.find(kind, id)
                .ifPresentOrElse(
                        found -> {
                            if (onlyFromAbove) {
                                visible(owner, place, found, scene);
                            }
                        },
                        () -> scene.error(
                                Rule.REFERENCE,
                                owner,
                                place,
                                "there is no " + kind.noun() + " '" + id + "' here",
                                "Correct the id, or say that other settings define it: External." + factory(kind)
                                        + "(\"" + id + "\")."));
    }

    private static String factory(Kind kind) {
        return switch (kind) {
            case PROJECT -> "project";
            case BUILD_TYPE -> "buildType";
            case TEMPLATE -> "template";
            case VCS_ROOT, RECIPE -> "vcsRoot";
        };
    }

    private static void visible(Entity owner, Element place, Entity found, Scene scene) {
        List<Entity> line = scene.line(owner.project());
        if (scene.knowsAllAbove(owner.project())
                && line.stream().noneMatch(each -> each.id().equals(found.project()))) {
            scene.error(
                    Rule.VISIBILITY,
                    owner,
                    place,
                    found.title() + " belongs to project " + found.project() + ", which is not above project "
                            + owner.project(),
                    "Move it to a project above both.");
        }
    }
}
