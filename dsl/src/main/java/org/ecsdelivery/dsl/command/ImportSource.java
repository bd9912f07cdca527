package org.ecsdelivery.dsl.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ecsdelivery.dsl.files.SettingsArchive;
import org.ecsdelivery.dsl.files.SettingsDirectory;
import org.ecsdelivery.dsl.files.SettingsFiles;
import org.ecsdelivery.dsl.model.Kind;
import org.ecsdelivery.dsl.model.SettingsTree;

/** The settings that become Java: a directory, or a zip that becomes one. */
final class ImportSource {
    static final String UNPACK = "--unpack";

    private final String name;
    private final SettingsDirectory place;
    private final SettingsTree tree;
    private final Runnable unpacking;

    private ImportSource(String name, SettingsDirectory place, SettingsTree tree, Runnable unpacking) {
        this.name = name;
        this.place = place;
        this.tree = tree;
        this.unpacking = unpacking;
    }

    static ImportSource of(String given, Arguments arguments, Path directory) {
        Path path = directory.resolve(given);
        if (!Files.exists(path)) {
            throw new Misuse("There is no " + given + ". Name a settings directory, or a zip that a server exported.");
        }
        return Files.isDirectory(path) ? directory(given, path, arguments, directory) : zip(path, arguments, directory);
    }

    private static ImportSource directory(String given, Path path, Arguments arguments, Path directory) {
        if (arguments.option(UNPACK).isPresent()) {
            throw new Misuse("The option " + UNPACK + " is for a zip, and " + given + " is a directory. Leave it out.");
        }
        SettingsDirectory place = SettingsDirectory.below(path);
        SettingsTree tree = place.read();
        if (tree.entities(Kind.PROJECT).isEmpty()) {
            throw new Misuse(
                    given + " has no project-config.xml in it. Name a settings directory of XML; of Kotlin, let the"
                            + " server export the project as XML and name that zip.");
        }
        return new ImportSource(relative(place.path(), directory), place, tree, () -> {});
    }

    private static String relative(Path place, Path directory) {
        Path working = directory.toAbsolutePath().normalize();
        Path shown = place.startsWith(working) && !place.equals(working) ? working.relativize(place) : place;
        return shown.toString().replace('\\', '/');
    }

    private static ImportSource zip(Path zip, Arguments arguments, Path directory) {
        SettingsArchive archive = SettingsArchive.at(zip);
        SettingsTree tree = SettingsFiles.read(archive.exportedFiles());
        String name = arguments.option(UNPACK).orElse(".teamcity");
        Path path = directory.resolve(name);
        if (Files.exists(path)) {
            throw new Misuse(
                    "There is a directory " + name + " already, and it stays as it is. Import it instead of the zip,"
                            + " or name another directory behind " + UNPACK + ".");
        }
        return new ImportSource(name, SettingsDirectory.at(path), tree, () -> archive.unpack(path));
    }

    /** Returns how messages call the settings directory. */
    String name() {
        return name;
    }

    SettingsDirectory place() {
        return place;
    }

    SettingsTree tree() {
        return tree;
    }

    /** Makes the directory that generate compares with, when there is none yet. */
    void unpack() {
        unpacking.run();
    }
}
