package org.ecsdelivery.dsl.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.dsl.model.Effective;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Kind;
import org.ecsdelivery.dsl.model.Params;
import org.ecsdelivery.dsl.xml.Attribute;
import org.ecsdelivery.dsl.xml.Element;

/** References such as {@code %x%}: a build that cannot resolve one finds no agent. */
final class ParameterReferenceCheck implements Check {
    private static final Pattern REFERENCE = Pattern.compile("%([A-Za-z][A-Za-z0-9._*:/!-]*)%");
    private static final List<String> KNOWN_TO_TEAMCITY = List.of(
            "env.",
            "system.",
            "dep.",
            "reverse.dep.",
            "vault:",
            "teamcity.",
            "build.",
            "vcsroot.",
            "agent.",
            "vcsRoot.");
    private static final String SET_BY_OUR_STEPS = "ecs-delivery.";

    @Override
    public void look(Scene scene) {
        for (Entity each : scene.tree().entities(Kind.BUILD_TYPE)) {
            Effective effective = scene.effective(each);
            Set<String> defined = defined(effective, scene);
            boolean all = effective.isComplete() && scene.knowsAllAbove(each.project());
            for (Element held : effective.elements()) {
                Located.each(held, (element, place) -> references(each, element, place, scene, defined, all));
            }
        }
    }

    private static void references(
            Entity entity, Element element, Element place, Scene scene, Set<String> defined, boolean all) {
        for (String text : texts(element)) {
            if (text.indexOf('%') < 0) {
                continue;
            }
            Matcher matcher = REFERENCE.matcher(text.replace("%%", ""));
            while (matcher.find()) {
                String name = matcher.group(1);
                if (name.startsWith("dep.")) {
                    dependency(entity, place, name, scene);
                } else if (all && !isKnown(name, defined)) {
                    scene.warning(
                            Rule.PARAMETER,
                            entity,
                            place,
                            "nothing here defines %" + name + "%",
                            "Define the parameter, or correct its name; write %% for a percent sign. Unless an agent has"
                                    + " it or a step sets it, no agent can run the build.");
                }
            }
        }
    }

    private static List<String> texts(Element element) {
        boolean named = element.name().equals("param");
        return named
                ? List.of(Params.value(element))
                : element.attributes().stream().map(Attribute::value).toList();
    }

    private static boolean isKnown(String name, Set<String> defined) {
        return defined.contains(name)
                || name.startsWith(SET_BY_OUR_STEPS)
                || KNOWN_TO_TEAMCITY.stream().anyMatch(name::startsWith);
    }

    private static void dependency(Entity entity, Element place, String name, Scene scene) {
        String rest = name.substring("dep.".length());
        String id = rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
        if (scene.find(Kind.BUILD_TYPE, id).isEmpty() && !scene.isOutside(id)) {
            scene.error(
                    Rule.REFERENCE,
                    entity,
                    place,
                    "%" + name + "% names build configuration '" + id + "', which is not here",
                    "Correct the id, or say that other settings define it: External.buildType(\"" + id + "\").");
        } else if (!scene.runsAfter(entity, id)) {
            scene.error(
                    Rule.REFERENCE,
                    entity,
                    place,
                    "%" + name + "% is a parameter of a build that this one does not run after",
                    "Add a snapshot or an artifact dependency on " + id + ".");
        }
    }

    private static Set<String> defined(Effective effective, Scene scene) {
        Set<String> names = new HashSet<>(effective.params().keySet());
        scene.line(effective.entity().project())
                .forEach(project -> project.params()
                        .forEach(each -> names.add(each.attribute("name").orElse(""))));
        effective.entries("build-extensions").values().stream()
                .filter(each -> each.type().equals("matrix"))
                .forEach(each -> each.parameters().forEach((name, value) -> {
                    if (name.startsWith("matrix.param.")) {
                        names.add(value);
                    }
                }));
        return names;
    }
}
