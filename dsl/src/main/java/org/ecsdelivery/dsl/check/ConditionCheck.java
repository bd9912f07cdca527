package org.ecsdelivery.dsl.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Entry;
import org.ecsdelivery.dsl.xml.Element;

/** Conditions of steps and requirements of agents. */
final class ConditionCheck implements Check {
    private static final Set<String> BARE = Set.of("exists", "not-exists", "any");
    private static final Set<String> OPERATORS = Set.of(
            "exists",
            "not-exists",
            "equals",
            "does-not-equal",
            "more-than",
            "no-more-than",
            "less-than",
            "no-less-than",
            "starts-with",
            "contains",
            "does-not-contain",
            "ends-with",
            "matches",
            "does-not-match",
            "ver-more-than",
            "ver-no-more-than",
            "ver-less-than",
            "ver-no-less-than",
            "any");

    @Override
    public void look(Scene scene) {
        for (Entity entity : scene.configurations()) {
            List<Element> all = new ArrayList<>();
            entity.entries("requirements").forEach(each -> all.add(each.element()));
            for (Entry step : entity.entries("build-runners")) {
                step.element().element("conditions").map(Element::elements).orElse(List.of()).stream()
                        .map(each -> each.from(each.origin().or(step.origin())))
                        .forEach(all::add);
            }
            all.forEach(each -> condition(entity, each, scene));
        }
    }

    private static void condition(Entity entity, Element condition, Scene scene) {
        String name = condition.attribute("name").orElse("");
        if (!OPERATORS.contains(condition.name())) {
            refuse(entity, condition, "there is no operator " + condition.name(), "Use one of Operator.", scene);
        }
        if (name.isBlank() || name.contains("%")) {
            refuse(
                    entity,
                    condition,
                    "a condition is on '" + name + "', which is no name of a parameter",
                    "Name the parameter without percent signs.",
                    scene);
        }
        if (!BARE.contains(condition.name()) && condition.attribute("value").isEmpty()) {
            refuse(entity, condition, "the condition on " + name + " compares with nothing", "Give it a value.", scene);
        }
        if (condition.name().equals("matches") || condition.name().equals("does-not-match")) {
            expression(entity, condition, scene);
        }
    }

    private static void expression(Entity entity, Element condition, Scene scene) {
        String value = condition.attribute("value").orElse("");
        try {
            if (!value.contains("%")) {
                Pattern.compile(value);
            }
        } catch (PatternSyntaxException cause) {
            refuse(
                    entity,
                    condition,
                    "'" + value + "' is no regular expression (" + cause.getDescription() + ")",
                    "Correct it; \\Q and \\E stand around what is meant as it is.",
                    scene);
        }
    }

    private static void refuse(Entity entity, Element place, String fact, String remedy, Scene scene) {
        scene.error(Rule.CONDITION, entity, place, fact, remedy);
    }
}
