package org.ecsdelivery.server;

import java.util.List;
import org.ecsdelivery.common.parameter.Parameter;

/** A parameter of the table in the form that pages can read: JSP expressions ask for bean getters, not for a record's accessors. */
public final class SettingsField {
    private final Parameter parameter;

    SettingsField(Parameter parameter) {
        this.parameter = parameter;
    }

    /** Returns the key under which TeamCity stores the value. */
    public String getName() {
        return parameter.name();
    }

    /** Returns what the page calls it. */
    public String getLabel() {
        return parameter.label();
    }

    /** Returns the help beside the field. */
    public String getHelp() {
        return parameter.help();
    }

    /** Returns the name of the kind: {@code TEXT}, {@code LINES}, {@code FLAG}, {@code NUMBER}, {@code CHOICE} or {@code SECRET}. */
    public String getKind() {
        return parameter.kind().name();
    }

    /** Tells whether the step cannot run without it. */
    public boolean isRequired() {
        return parameter.required();
    }

    /** Tells whether it hides behind "Show advanced options". */
    public boolean isAdvanced() {
        return parameter.advanced();
    }

    /** Returns what counts when nothing is stored. */
    public String getDefaultValue() {
        return parameter.defaultValue();
    }

    /** Returns what a page shows for the value when nothing is stored: the default, unless the step refuses to run without a value. */
    public String getWhenEmpty() {
        boolean defaultCounts =
                !parameter.required() && !parameter.defaultValue().isEmpty();
        return defaultCounts ? parameter.defaultValue() : "not specified";
    }

    /** Returns the accepted values of a choice. */
    public List<String> getChoices() {
        return parameter.choices();
    }

    /** Tells whether the value is one of the choices; a reference is none, and a page must offer it besides. */
    public boolean offers(String value) {
        return parameter.choices().contains(value);
    }

    /** Tells whether the value needs more than one line. */
    public boolean spansLines(String value) {
        return value.strip().lines().count() > 1;
    }
}
