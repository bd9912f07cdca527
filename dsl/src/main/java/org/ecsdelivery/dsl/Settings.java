package org.ecsdelivery.dsl;

import java.util.List;
import org.ecsdelivery.dsl.model.SchemaProfile;
import org.ecsdelivery.dsl.model.SettingsTree;

/** All projects that are kept together in one settings directory. */
public final class Settings {
    private final List<Project> projects;
    private final SchemaProfile profile;

    private Settings(List<Project> projects, SchemaProfile profile) {
        this.projects = projects;
        this.profile = profile;
    }

    /** Returns the settings of projects, in the form of TeamCity 2021.1 to 2024.12, which later versions read too. */
    public static Settings of(Project... projects) {
        return new Settings(List.of(projects), SchemaProfile.V2021_1);
    }

    /** Returns these settings in the form of other TeamCity versions. */
    public Settings profile(SchemaProfile newProfile) {
        return new Settings(projects, newProfile);
    }

    /** Returns the files, as they would be on an empty disk. */
    public SettingsTree tree() {
        return SettingsTree.of(EntityXml.of(projects, profile));
    }
}
