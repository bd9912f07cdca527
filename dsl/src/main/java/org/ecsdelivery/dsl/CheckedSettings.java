package org.ecsdelivery.dsl;

import java.nio.file.Path;
import java.util.List;
import org.ecsdelivery.dsl.check.Problem;
import org.ecsdelivery.dsl.check.Severity;
import org.ecsdelivery.dsl.files.SettingsDirectory;
import org.ecsdelivery.dsl.files.Written;
import org.ecsdelivery.dsl.model.SettingsTree;

/**
 * Settings as they were when they were asked for: their files, and all that is wrong with them.
 *
 * @param tree the files, as they would be on an empty disk
 * @param problems errors and warnings
 */
public record CheckedSettings(SettingsTree tree, List<Problem> problems) {
    /** Copies the list. */
    public CheckedSettings {
        problems = List.copyOf(problems);
    }

    /** Returns what keeps these settings from being written. */
    public List<Problem> errors() {
        return problems.stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .toList();
    }

    /**
     * Makes a settings directory say this, as {@link Settings#writeTo} does.
     *
     * @throws SettingsRefused when something is wrong, with all of it; nothing is written then
     */
    public Written writeTo(Path directory) {
        return SettingsDirectory.at(directory).write(accepted().tree);
    }

    /**
     * Returns these settings, if they may be written.
     *
     * @throws SettingsRefused when something is wrong, with all of it
     */
    public CheckedSettings accepted() {
        if (!errors().isEmpty()) {
            throw new SettingsRefused(errors());
        }
        return this;
    }
}
