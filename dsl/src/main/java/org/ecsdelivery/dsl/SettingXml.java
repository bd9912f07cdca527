package org.ecsdelivery.dsl;

import java.util.Map;
import java.util.TreeMap;
import org.ecsdelivery.dsl.Named.Param;
import org.ecsdelivery.dsl.model.Params;
import org.ecsdelivery.dsl.model.SchemaProfile;
import org.ecsdelivery.dsl.xml.Element;

/** Writes entries of lists. */
final class SettingXml {
    private static final String MODE = "teamcity.step.mode";

    private final SchemaProfile profile;

    SettingXml(SchemaProfile profile) {
        this.profile = profile;
    }

    Element runner(String id, Placed<Step> placed) {
        Step step = placed.value();
        Map<String, String> parameters = new TreeMap<>(step.parameters());
        if (step.mode() != StepMode.DEFAULT) {
            parameters.put(MODE, step.mode().value());
        }
        Element conditions = Element.of("conditions")
                .containing(step.conditions().stream()
                        .map(each -> condition("", each))
                        .toList());
        return Element.of("runner")
                .with("id", id)
                .with("name", step.name())
                .with("type", step.type())
                .containing(new Sections(profile)
                        .ifAny(conditions)
                        .list(parameters(parameters))
                        .elements())
                .from(placed.origin());
    }

    Element setting(String name, String id, Placed<? extends Setting> placed) {
        Setting setting = placed.value();
        return Element.of(name)
                .with("id", id)
                .with("type", setting.type())
                .containing(new Sections(profile)
                        .list(parameters(setting.parameters()))
                        .elements())
                .from(placed.origin());
    }

    static Element condition(String id, Condition condition) {
        Element element =
                Element.of(condition.operator().element()).withIfAny("id", id).with("name", condition.parameter());
        return condition.operator().takesValue() ? element.with("value", condition.value()) : element;
    }

    static Element parameters(Map<String, String> values) {
        return Element.of("parameters").containing(Params.sorted(values));
    }

    static Element parametersOf(Named<?> owner) {
        return Element.of("parameters")
                .containing(
                        owner.params().values().stream().map(SettingXml::param).toList());
    }

    private static Element param(Placed<Param> placed) {
        Param param = placed.value();
        return Params.param(param.name(), param.value(), param.spec()).from(placed.origin());
    }
}
