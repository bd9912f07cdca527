package org.ecsdelivery.dsl.command;

import java.nio.file.Path;
import org.ecsdelivery.dsl.files.SettingsDirectory;

/**
 * The settings directory of a command.
 *
 * @param name how the command was told of it
 * @param path where it is
 */
record Place(String name, Path path) {
    static final String OPTION = "--to";

    static Place of(Arguments arguments, Path directory) {
        String name = arguments.option(OPTION).orElse(".teamcity");
        return new Place(name, directory.resolve(name));
    }

    SettingsDirectory directory() {
        return SettingsDirectory.at(path);
    }
}
