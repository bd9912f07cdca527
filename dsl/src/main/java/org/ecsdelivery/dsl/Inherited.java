package org.ecsdelivery.dsl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecsdelivery.dsl.xml.Element;

/** What the templates of a build configuration give it, as far as they are known here. */
final class Inherited {
    /** The type of a step that stands for the own steps of a configuration. */
    private static final String PLACEHOLDER = "_placeholder_";

    private final List<Placed<TemplateReference>> templates;
    private final List<Element> known;
    private final Placed<List<String>> order;

    private Inherited(List<Placed<TemplateReference>> templates, List<Element> known, Placed<List<String>> order) {
        this.templates = templates;
        this.known = known;
        this.order = order;
    }

    static Inherited nothing() {
        return new Inherited(List.of(), List.of(), Placed.here(List.of()));
    }

    /** Takes the settings of those templates that are made here. */
    static Inherited of(BuildType buildType, List<Element> settingsOfTemplates) {
        return new Inherited(buildType.templates(), settingsOfTemplates, buildType.stepOrder());
    }

    List<String> ids() {
        return known.stream()
                .flatMap(Element::all)
                .filter(each -> !each.name().equals("ref"))
                .flatMap(each -> each.attribute("id").stream())
                .toList();
    }

    boolean setsOption(String option) {
        return templates.size() > known.size()
                || known.stream()
                        .flatMap(each -> each.elements("options", "option").stream())
                        .anyMatch(each -> each.attribute("name").orElse("").equals(option));
    }

    Element oneTemplate(Element settings) {
        return templates.size() == 1
                ? settings.with("ref", templates.get(0).value().id())
                : settings;
    }

    Element severalTemplates() {
        List<Element> refs = templates.stream()
                .map(each -> Element.of("ref").with("id", each.value().id()).from(each.origin()))
                .toList();
        return Element.of("inherits").containing(refs.size() > 1 ? refs : List.of());
    }

    /** TeamCity writes the order of all steps, the template's among them, once there is a template. */
    Element ordered(Element runners) {
        if (!order.value().isEmpty()) {
            return runners.with("order", String.join(", ", order.value())).from(order.origin());
        }
        if (templates.isEmpty() || templates.size() > known.size()) {
            return runners;
        }
        return runners.withIfAny("order", String.join(", ", naturalOrder(runners)));
    }

    private Set<String> naturalOrder(Element runners) {
        List<Element> steps = known.stream()
                .flatMap(each -> each.elements("build-runners", "runner").stream())
                .toList();
        Set<String> own = new LinkedHashSet<>(ids(runners.elements()));
        own.removeAll(ids(steps));
        List<String> ordered = new ArrayList<>();
        for (Element step : steps) {
            ordered.add(step.attribute("id").orElse(""));
            if (step.attribute("type").orElse("").equals(PLACEHOLDER)) {
                ordered.addAll(own);
            }
        }
        ordered.addAll(own);
        return new LinkedHashSet<>(ordered);
    }

    private static List<String> ids(List<Element> steps) {
        return steps.stream().map(each -> each.attribute("id").orElse("")).collect(Collectors.toList());
    }
}
