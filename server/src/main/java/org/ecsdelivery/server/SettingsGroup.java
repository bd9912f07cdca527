package org.ecsdelivery.server;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ecsdelivery.common.parameter.Parameter;

/** Some fields of a settings page under one heading. */
public final class SettingsGroup {
    private final String title;
    private final List<SettingsField> fields;
    private final boolean workingDirectory;
    private final String accessCheck;
    private final String offers;

    private SettingsGroup(
            String title, List<SettingsField> fields, boolean workingDirectory, String accessCheck, String offers) {
        this.title = title;
        this.fields = fields;
        this.workingDirectory = workingDirectory;
        this.accessCheck = accessCheck;
        this.offers = offers;
    }

    static SettingsGroup of(String title, List<Parameter> parameters) {
        return new SettingsGroup(
                title, parameters.stream().map(SettingsField::new).toList(), false, "", "");
    }

    /** Returns this group with TeamCity's own field for the directory that its relative paths start from. */
    SettingsGroup withWorkingDirectory() {
        return new SettingsGroup(title, fields, true, accessCheck, offers);
    }

    /**
     * Returns this group with the button that tests the step's way to AWS.
     *
     * @param type the step's type
     * @param named the fields that names of AWS are offered for, and of what: cluster, service, repository or container
     */
    SettingsGroup withAccessCheck(String type, Map<Parameter, String> named) {
        String all = named.entrySet().stream()
                .map(each -> each.getKey().name() + "=" + each.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
        return new SettingsGroup(title, fields, workingDirectory, type, all);
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

    /** Returns the type of the step whose way to AWS can be tested here; empty where none can. */
    public String getAccessCheck() {
        return accessCheck;
    }

    /** Returns which fields of the page get names of what, {@code deploy.cluster=cluster}, separated by blanks. */
    public String getOffers() {
        return offers;
    }
}
