package org.ecsdelivery.dsl.check;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Entry;
import org.ecsdelivery.dsl.xml.Element;

/** Rules for paths and branches, one a line. */
final class PathRuleCheck implements Check {
    private static final Pattern BRANCH = Pattern.compile("[+-]:.+|\\|\\|.*|#.*|");
    private static final Pattern ARTIFACT = Pattern.compile("\\s*|\\s*[^=\\s](?:(?!=>).)*(=>.*)?|\\s*#.*");

    @Override
    public void look(Scene scene) {
        for (Entity entity : scene.configurations()) {
            Element settings = entity.settings();
            for (Element option : settings.elements("options", "option")) {
                String value = option.attribute("value").orElse("");
                switch (option.attribute("name").orElse("")) {
                    case "artifactRules" -> artifacts(entity, option, value, scene);
                    case "branchFilter" -> branches(entity, option, value, scene);
                    default -> {}
                }
            }
            for (Entry dependency : entity.entries("artifact-dependencies")) {
                dependency
                        .element()
                        .elements("artifact")
                        .forEach(each -> artifacts(
                                entity,
                                Element.of("x").from(dependency.origin()),
                                each.attribute("sourcePath").orElse(""),
                                scene));
            }
            for (String list : List.of("build-triggers", "build-extensions")) {
                entity.entries(list).forEach(each -> trigger(each, scene));
            }
        }
    }

    private static void trigger(Entry entry, Scene scene) {
        Map<String, String> parameters = entry.parameters();
        branches(
                entry.owner(),
                Element.of("x").from(entry.origin()),
                parameters.getOrDefault("branchFilter", ""),
                scene);
    }

    private static void artifacts(Entity entity, Element place, String rules, Scene scene) {
        if (rules.isBlank() && !place.name().equals("option")) {
            refuse(entity, place, rules, "Name what is taken, such as app/*.jar => libs.", scene);
        }
        for (String rule : rules.split("\n", -1)) {
            if (!rule.contains("%") && !ARTIFACT.matcher(rule).matches()) {
                refuse(entity, place, rule, "Write what is taken, then => and where it goes.", scene);
            }
        }
    }

    private static void branches(Entity entity, Element place, String rules, Scene scene) {
        for (String rule : rules.split("\n", -1)) {
            if (!rule.contains("%") && !BRANCH.matcher(rule.strip()).matches()) {
                refuse(entity, place, rule, "Begin it with +: or -:, as in +:release/*.", scene);
            }
        }
    }

    private static void refuse(Entity entity, Element place, String rule, String remedy, Scene scene) {
        scene.error(Rule.PATH_RULE, entity, place, "'" + rule + "' is no rule that TeamCity takes", remedy);
    }
}
