package org.ecsdelivery.dsl;

import java.util.Map;

/** What every entry of a list holds. */
record SettingValues(String id, String type, StepParameters parameters, boolean enabled) {
    static SettingValues of(String type) {
        return new SettingValues("", type, StepParameters.none(), true);
    }

    static SettingValues from(Setting setting) {
        SettingValues values =
                new SettingValues(setting.id(), setting.type(), StepParameters.none(), setting.enabled());
        for (Map.Entry<String, String> each : setting.parameters().entrySet()) {
            values = values.set(each.getKey(), each.getValue());
        }
        return values;
    }

    SettingValues id(String newId) {
        return new SettingValues(newId, type, parameters, enabled);
    }

    SettingValues set(String name, String value) {
        return new SettingValues(id, type, parameters.with(name, value), enabled);
    }

    SettingValues disabled() {
        return new SettingValues(id, type, parameters, false);
    }
}
