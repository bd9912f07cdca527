package org.ecsdelivery.dsl.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.RootAttributes;
import org.ecsdelivery.dsl.model.SettingsOrder;
import org.ecsdelivery.dsl.xml.Attribute;
import org.ecsdelivery.dsl.xml.Element;

/**
 * Takes settings apart into what they say, whatever form it is written in. What nobody knows is a fact by the names that it is written with, so
 * that nothing is overlooked.
 */
final class Facts {
    private static final Set<String> LISTS = Set.of(
            "settings", "parameters", "options", "conditions", "project-extensions", "subprojects", "buildTypes");
    private static final Map<String, String> NOUNS = Map.of(
            "runner", "step",
            "build-trigger", "trigger",
            "extension", "feature",
            "dependency", "artifact dependency on",
            "depend-on", "snapshot dependency on",
            "vcs-entry-ref", "VCS root",
            "checkout-rule", "checkout rule",
            "setting-ref", "switched off",
            "policy", "cleanup of");
    /** Which attribute tells an entry from others of its list. */
    private static final Map<String, String> NAMES = Map.of(
            "dependency", "sourceBuildTypeId",
            "depend-on", "sourceBuildTypeId",
            "vcs-entry-ref", "root-id",
            "checkout-rule", "rule",
            "setting-ref", "ref",
            "policy", "cleanup-level");
    /** TeamCity numbers these anew when something is added before them, and nothing else names them. */
    private static final Pattern NUMBERED = Pattern.compile("(RQ|ARTIFACT_DEPENDENCY)_\\d+");

    private Facts() {}

    static List<Fact> of(Entity entity) {
        List<Fact> facts = new ArrayList<>();
        entity.root().attributes().stream()
                .filter(each -> !each.name().startsWith("xmlns") && !each.name().equals(RootAttributes.SCHEMA))
                .forEach(each -> facts.add(Fact.of(each.name(), each.value())));
        facts.add(Fact.of("project", entity.project()));
        facts.addAll(inside(entity.root(), each -> !each.name().equals("inherits")));
        List<String> templates = entity.templates();
        templates.forEach(each -> facts.add(Fact.of("template " + each, "")));
        facts.add(Fact.of(Order.TITLE + "templates", String.join(", ", templates)));
        return Fact.distinct(facts);
    }

    private static List<Fact> inside(Element element, Predicate<Element> wanted) {
        List<Fact> facts = new ArrayList<>();
        for (Element each : element.elements()) {
            if (isList(each)) {
                Order.of(each).ifPresent(facts::add);
                facts.addAll(inside(each, wanted));
            } else if (wanted.test(each)) {
                facts.add(fact(each, element.name()));
            }
        }
        Order.of(element).filter(order -> !isList(element)).ifPresent(facts::add);
        return facts;
    }

    private static boolean isList(Element element) {
        return LISTS.contains(element.name())
                || (SettingsOrder.knows(element.name()) && !element.name().equals("inherits"));
    }

    private static Fact fact(Element element, String list) {
        String name = element.name();
        if (name.equals("param") || name.equals("option")) {
            return setting(element, name.equals("param") ? "parameter" : "option");
        }
        if (list.equals("requirements") || list.equals("conditions")) {
            return condition(element, list);
        }
        Optional<Attribute> key = key(element);
        String title = NOUNS.getOrDefault(name, name)
                + key.map(each -> " " + each.value()).orElse("");
        return new Fact(title, Value.of(element.text()), Fact.distinct(rest(element, key)));
    }

    private static Fact setting(Element element, String noun) {
        List<Fact> rest = others(element, Set.of("name", "value"));
        return new Fact(noun + " " + element.attribute("name").orElse(""), Value.ofParam(element), rest);
    }

    private static Fact condition(Element element, String list) {
        String noun = list.equals("conditions") ? "condition " : "requirement ";
        String title = noun + element.attribute("name").orElse("") + " " + element.name();
        return new Fact(
                title, Value.of(element.attribute("value").orElse("")), others(element, Set.of("name", "value")));
    }

    private static Optional<Attribute> key(Element element) {
        String given = NAMES.getOrDefault(element.name(), "");
        return Stream.of(given, "id", "name", "ref", "type")
                .flatMap(wanted ->
                        element.attributes().stream().filter(each -> each.name().equals(wanted)))
                .findFirst();
    }

    private static List<Fact> rest(Element element, Optional<Attribute> key) {
        List<Fact> facts = new ArrayList<>(
                others(element, key.map(Attribute::name).map(Set::of).orElse(Set.of())));
        facts.addAll(inside(element, each -> true));
        return facts;
    }

    private static List<Fact> others(Element element, Set<String> known) {
        return element.attributes().stream()
                .filter(each -> !known.contains(each.name())
                        && !isNumber(each)
                        && !each.value().isEmpty())
                .map(each -> Fact.of(each.name(), each.value()))
                .collect(Collectors.toList());
    }

    private static boolean isNumber(Attribute attribute) {
        return attribute.name().equals("id")
                && NUMBERED.matcher(attribute.value()).matches();
    }
}
