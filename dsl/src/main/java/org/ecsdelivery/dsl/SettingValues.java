package org.ecsdelivery.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What every entry of a list holds. */
record SettingValues(String id, String type, StepParameters parameters, List<Reference> references, boolean enabled) {
    static SettingValues of(String type) {
        return new SettingValues("", type, StepParameters.none(), List.of(), true);
    }

    static SettingValues from(Setting setting) {
        SettingValues values = new SettingValues(
                setting.id(), setting.type(), StepParameters.none(), setting.references(), setting.enabled());
        for (Map.Entry<String, String> each : setting.parameters().entrySet()) {
            values = values.set(each.getKey(), each.getValue());
        }
        return values;
    }

    SettingValues id(String newId) {
        return new SettingValues(newId, type, parameters, references, enabled);
    }

    SettingValues set(String name, String value) {
        return new SettingValues(id, type, parameters.with(name, value), references, enabled);
    }

    SettingValues naming(Reference reference) {
        List<Reference> all = new ArrayList<>(references);
        all.add(reference);
        return new SettingValues(id, type, parameters, List.copyOf(all), enabled);
    }

    SettingValues disabled() {
        return new SettingValues(id, type, parameters, references, false);
    }
}
