package org.ecsdelivery.sandbox.teamcity;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ecsdelivery.dsl.AnyStep;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.files.SettingsDirectory;
import org.ecsdelivery.sandbox.teamcity.settings.ProjectSettings;

/** Settings on disk, as a repository has them; mistakes are written too. */
abstract class StoredSettings extends TinyBuilds {
    final Project shop = Project.of("Shop");

    static AnyStep echo(String text) {
        return does("echo", text);
    }

    static AnyStep does(String what, String text) {
        return AnyStep.of("tiny").set("do", what).set("text", text);
    }

    ProjectSettings stored() throws Exception {
        Path place = Files.createTempDirectory(directory, "settings");
        SettingsDirectory.at(place).write(Settings.of(shop).tree());
        return ProjectSettings.load(place, teamCity.server());
    }
}
