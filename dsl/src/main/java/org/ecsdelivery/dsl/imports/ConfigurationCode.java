package org.ecsdelivery.dsl.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ecsdelivery.dsl.imports.Script.Topic;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Kind;
import org.ecsdelivery.dsl.model.Options;
import org.ecsdelivery.dsl.xml.Element;

/** Says a build configuration or a template. */
final class ConfigurationCode {
    private static final List<String> KNOWN = List.of(
            "inherits",
            "options",
            "disabled-settings",
            "parameters",
            "build-runners",
            "vcs-settings",
            "requirements",
            "build-triggers",
            "build-extensions",
            "artifact-dependencies",
            "dependencies",
            "cleanup");

    private final Entity entity;
    private final Script script;
    private final Names names;
    private final Fallbacks fallbacks;
    private final SettingCode settings;
    private final DependencyCode dependencies;
    private final Set<String> disabled = new HashSet<>();

    ConfigurationCode(Member member, Names names, Fallbacks fallbacks) {
        this.entity = member.entity();
        this.script = member.script();
        this.names = names;
        this.fallbacks = fallbacks;
        this.settings = new SettingCode(names, fallbacks.phrasebook());
        this.dependencies = new DependencyCode(names);
    }

    void say() {
        general();
        Sections sections = new Sections(script, entity.settings(), entity.path(), fallbacks);
        sections.say("options", each -> OptionCode.say(script, Options.of(entity.settings())));
        sections.say("disabled-settings", this::disabled);
        sections.say("vcs-settings", each -> each.elements().forEach(this::checkout));
        sections.say("parameters", each -> each.elements().forEach(param -> ParamCode.say(script, param)));
        sections.say("build-runners", this::steps);
        sections.say("requirements", each -> entries(each, "requires", ConditionCode::of));
        sections.say("build-triggers", each -> entries(each, "trigger", it -> settings.trigger(it, isOff(it))));
        sections.say("build-extensions", each -> entries(each, "feature", it -> settings.feature(it, isOff(it))));
        sections.say("artifact-dependencies", each -> entries(each, "takes", dependencies::artifacts));
        sections.say(
                "dependencies",
                each -> each.elements().forEach(it -> script.add(Topic.EVENTS, "after", dependencies.after(it))));
        sections.say("cleanup", each -> CleanupCode.say(script, each));
        sections.sayOthers(KNOWN);
    }

    private void general() {
        script.add(Topic.GENERAL, "name", Code.of(entity.name()));
        String description =
                entity.root().element("description").map(Element::text).orElse("");
        if (!description.isEmpty()) {
            script.add(Topic.GENERAL, "description", Code.of(description));
        }
        if (entity.root().attribute("paused").orElse("").equals("true")) {
            script.add(Topic.GENERAL, "paused");
        }
        if (entity.kind() == Kind.BUILD_TYPE) {
            entity.templates().forEach(each -> script.add(Topic.GENERAL, "from", names.template(each)));
        }
    }

    private boolean isOff(Element entry) {
        return disabled.contains(entry.attribute("id").orElse(""));
    }

    /** Own entries are switched off where they stand, those of templates by their ids. */
    private void disabled(Element refs) {
        Set<String> own = new HashSet<>();
        if (!fallbacks.inSecondWay(entity.path(), "disabled-settings")) {
            for (String list : List.of("build-runners", "build-triggers", "build-extensions")) {
                if (!fallbacks.asItIs(entity.path(), list)) {
                    entity.entries(list).forEach(each -> own.add(each.id()));
                }
            }
        }
        List<String> others = new ArrayList<>();
        for (Element each : refs.elements("setting-ref")) {
            String id = each.attribute("ref").orElse("");
            (own.contains(id) ? disabled : others).add(id);
        }
        if (!others.isEmpty()) {
            script.add(Topic.GENERAL, "disable", Code.texts(others));
        }
    }

    private void checkout(Element entry) {
        List<Code> arguments = new ArrayList<>();
        arguments.add(names.vcsRoot(entry.attribute("root-id").orElse("")));
        entry.elements("checkout-rule")
                .forEach(each -> arguments.add(Code.of(each.attribute("rule").orElse(""))));
        script.add(Topic.GENERAL, "checkout", arguments);
    }

    private void steps(Element runners) {
        for (Element each : runners.elements()) {
            script.add(Topic.STEPS, "step", settings.step(each, isOff(each)));
        }
        if (fallbacks.inSecondWay(entity.path(), "build-runners")) {
            String order = runners.attribute("order").orElse("");
            script.add(Topic.STEPS, "stepOrder", Code.texts(List.of(order.split(", ", -1))));
        }
    }

    private void entries(Element list, String method, java.util.function.Function<Element, Code> saying) {
        list.elements().forEach(each -> script.add(Topic.EVENTS, method, saying.apply(each)));
    }
}
