package org.ecsdelivery.dsl.command;

import java.util.function.Supplier;
import org.ecsdelivery.dsl.CheckedSettings;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.check.Checks;
import org.ecsdelivery.dsl.files.Ahead;
import org.ecsdelivery.dsl.files.Comparison;
import org.ecsdelivery.dsl.files.SettingsDirectory;
import org.ecsdelivery.dsl.model.SettingsTree;

/**
 * Settings that are checked and, at the same time, compared with their directory: of a big installation each takes as long as the other.
 *
 * @param directory the directory, as it was before the settings were made
 * @param checked the settings and all that is wrong with them
 * @param comparison what the directory says beside them
 */
record Preview(SettingsDirectory directory, CheckedSettings checked, Ahead<Comparison> comparison) {
    static Preview of(Place place, Supplier<Settings> settings) {
        SettingsDirectory directory = place.directory().readAhead();
        Settings given = settings.get();
        SettingsTree tree = given.tree();
        Ahead<Comparison> comparison = Ahead.of(() -> directory.comparison(tree));
        return new Preview(directory, new CheckedSettings(tree, Checks.of(tree, given.outside())), comparison);
    }
}
