package org.ecsdelivery.server;

import java.util.List;
import org.ecsdelivery.common.parameter.Parameter;

/** Some fields of a settings page under one heading. */
public final class SettingsGroup {
    private final String title;
    private final List<SettingsField> fields;
    private final boolean workingDirectory;

    private SettingsGroup(String title, List<SettingsField> fields, boolean workingDirectory) {
        this.title = title;
        this.fields = fields;
        this.workingDirectory = workingDirectory;
    }

    static SettingsGroup of(String title, List<Parameter> parameters) {
        return new SettingsGroup(
                title, parameters.stream().map(SettingsField::new).toList(), false);
    }

    /** Returns this group with TeamCity's own field for the directory that its relative paths start from. */
    SettingsGroup withWorkingDirectory() {
        return new SettingsGroup(title, fields, true);
    }

    /** Returns the heading. */
    public String getTitle() {
        return title;
    }

    /** Returns the fields, in the order of the page. */
    public List<SettingsField> getFields() {
        return fields;
    }

    /** Tells whether TeamCity's own field for the working directory belongs to this group. */
    public boolean isWorkingDirectoryShown() {
        return workingDirectory;
    }
}
