package org.ecsdelivery.dsl;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.ecsdelivery.dsl.check.Checks;
import org.ecsdelivery.dsl.check.Problem;
import org.ecsdelivery.dsl.files.Written;
import org.ecsdelivery.dsl.model.SchemaProfile;
import org.ecsdelivery.dsl.model.SettingsTree;

/** All projects that are kept together in one settings directory. */
public final class Settings {
    private final List<Project> projects;
    private final SchemaProfile profile;
    private final List<Reference> given;

    private Settings(List<Project> projects, SchemaProfile profile, List<Reference> given) {
        this.projects = projects;
        this.profile = profile;
        this.given = given;
    }

    /** Returns the settings of projects, in the form of TeamCity 2021.1 to 2024.12, which later versions read too. */
    public static Settings of(Project... projects) {
        return new Settings(List.of(projects), SchemaProfile.V2021_1, List.of());
    }

    /** Returns these settings in the form of other TeamCity versions. */
    public Settings profile(SchemaProfile newProfile) {
        return new Settings(projects, newProfile, given);
    }

    /** Returns these settings beside others that define what raw parameters name here, such as {@code External.connection("hub")}. */
    public Settings beside(Reference... defined) {
        return new Settings(projects, profile, List.of(defined));
    }

    /** Returns the files, as they would be on an empty disk. */
    public SettingsTree tree() {
        return SettingsTree.of(EntityXml.of(projects, profile));
    }

    /** Returns the ids that these settings name and others define. */
    public Set<String> outside() {
        return Outsiders.of(projects, given);
    }

    /** Returns all that is wrong, errors and warnings. */
    public List<Problem> problems() {
        return checked().problems();
    }

    /** Returns the files and all that is wrong with them, for whoever needs both. */
    public CheckedSettings checked() {
        SettingsTree tree = tree();
        return new CheckedSettings(tree, Checks.of(tree, outside()));
    }

    /**
     * Makes a settings directory say this: what differs is written, uuids are kept, and what an earlier run wrote and this one does not is
     * removed.
     *
     * @throws SettingsRefused when something is wrong, with all of it; nothing is written then
     */
    public Written writeTo(Path directory) {
        return checked().writeTo(directory);
    }
}
