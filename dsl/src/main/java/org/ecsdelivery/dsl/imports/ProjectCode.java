package org.ecsdelivery.dsl.imports;

import java.util.ArrayList;
import java.util.List;
import org.ecsdelivery.dsl.imports.Script.Topic;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.xml.Element;

/** Says a project itself, without what is in it. */
final class ProjectCode {
    private static final List<String> KNOWN = List.of(
            "name",
            "description",
            "default-template",
            "parameters",
            "project-extensions",
            "cleanup",
            "subprojectsOrder",
            "buildTypesOrder");

    private final Entity entity;
    private final Script script;
    private final Names names;
    private final Fallbacks fallbacks;
    private final boolean ordered;

    /** Takes whether the projects and configurations in it are made in the order in which they are shown. */
    ProjectCode(Entity entity, Script script, Names names, Fallbacks fallbacks, boolean ordered) {
        this.entity = entity;
        this.script = script;
        this.names = names;
        this.fallbacks = fallbacks;
        this.ordered = ordered;
    }

    void say() {
        SettingCode settings = new SettingCode(names, fallbacks.phrasebook());
        Sections sections = new Sections(script, entity.root(), entity.path(), fallbacks);
        script.add(Topic.GENERAL, "name", Code.of(entity.name()));
        sections.say("description", each -> script.add(Topic.GENERAL, "description", Code.of(each.text())));
        if (entity.root().attribute("archived").orElse("").equals("true")) {
            script.add(Topic.GENERAL, "archived");
        }
        sections.say(
                "default-template",
                each -> script.add(
                        Topic.GENERAL,
                        "defaultTemplate",
                        names.template(each.attribute("ref").orElse(""))));
        sections.say("parameters", each -> each.elements().forEach(param -> ParamCode.say(script, param)));
        sections.say(
                "project-extensions",
                each -> each.elements()
                        .forEach(feature -> script.add(Topic.STEPS, "feature", settings.projectFeature(feature))));
        sections.say("cleanup", each -> CleanupCode.say(script, each));
        order();
        sections.sayOthers(KNOWN);
    }

    private void order() {
        if (ordered) {
            script.add(Topic.GENERAL, "shownInThisOrder");
            return;
        }
        List<Element> orders = new ArrayList<>(entity.root().elements("subprojectsOrder"));
        orders.addAll(entity.root().elements("buildTypesOrder"));
        orders.forEach(each -> script.add(Topic.REST, "element", ElementCode.of(each)));
    }
}
