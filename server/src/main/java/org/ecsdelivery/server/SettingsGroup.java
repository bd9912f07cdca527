package org.ecsdelivery.server;

import java.util.List;
import org.ecsdelivery.common.parameter.Parameter;

/** Some fields of a settings page under one heading. */
public final class SettingsGroup {
    private final String title;
    private final List<SettingsField> fields;

    SettingsGroup(String title, List<Parameter> parameters) {
        this.title = title;
        this.fields = parameters.stream().map(SettingsField::new).toList();
    }

    /** Returns the heading. */
    public String getTitle() {
        return title;
    }

    /** Returns the fields, in the order of the page. */
    public List<SettingsField> getFields() {
        return fields;
    }
}
