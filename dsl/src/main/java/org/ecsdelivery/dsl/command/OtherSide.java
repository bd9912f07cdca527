package org.ecsdelivery.dsl.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.ecsdelivery.dsl.files.SettingsArchive;
import org.ecsdelivery.dsl.files.SettingsDirectory;
import org.ecsdelivery.dsl.files.SettingsFiles;
import org.ecsdelivery.dsl.model.SettingsTree;

/** What the settings are compared with. */
final class OtherSide {
    private static final String REVISION = "--revision";
    private static final String FOLDER = "--folder";
    private static final String ZIP = "--zip";

    private final String name;
    private final Supplier<SettingsTree> tree;
    private final UnaryOperator<SettingsTree> comparable;

    private OtherSide(String name, Supplier<SettingsTree> tree, UnaryOperator<SettingsTree> comparable) {
        this.name = name;
        this.tree = tree;
        this.comparable = comparable;
    }

    static OtherSide of(Arguments arguments, Place place, Path directory) {
        arguments.allow(Place.OPTION, REVISION, FOLDER, ZIP);
        arguments.allowOneOf(Set.of(REVISION, FOLDER, ZIP));
        return arguments
                .option(REVISION)
                .map(revision -> revision(revision, place))
                .or(() -> arguments.option(FOLDER).map(folder -> folder(folder, directory)))
                .or(() -> arguments.option(ZIP).map(zip -> export(zip, directory)))
                .orElseGet(() ->
                        new OtherSide(place.name(), () -> place.directory().read(), UnaryOperator.identity()));
    }

    private static OtherSide revision(String revision, Place place) {
        return new OtherSide(
                revision + ":" + place.name(),
                () -> new GitRevision(place.path(), revision).tree(),
                UnaryOperator.identity());
    }

    private static OtherSide folder(String folder, Path directory) {
        Path path = directory.resolve(folder);
        if (!Files.isDirectory(path)) {
            throw new Misuse("There is no directory " + folder + ". Name a settings directory behind " + FOLDER + ".");
        }
        return new OtherSide(folder, () -> SettingsDirectory.at(path).read(), UnaryOperator.identity());
    }

    /** A server exports settings, and nothing that lies beside them in a repository. */
    private static OtherSide export(String zip, Path directory) {
        return new OtherSide(
                zip,
                () -> settingsOnly(SettingsFiles.read(
                        SettingsArchive.at(directory.resolve(zip)).exportedFiles())),
                OtherSide::settingsOnly);
    }

    private static SettingsTree settingsOnly(SettingsTree tree) {
        return SettingsTree.of(tree.entities());
    }

    String name() {
        return name;
    }

    SettingsTree tree() {
        return tree.get();
    }

    /** Returns what of a tree this side can have too. */
    SettingsTree comparable(SettingsTree settings) {
        return comparable.apply(settings);
    }
}
