package org.ecsdelivery.dsl.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.ecsdelivery.dsl.imports.Imported;
import org.ecsdelivery.dsl.model.SettingsTree;

/** The directory of sources that an import writes to. */
final class ImportTarget {
    private final String name;
    private final Path path;

    ImportTarget(String name, Path directory) {
        this.name = name.replaceAll("(?<=.)/+$", "");
        this.path = directory.resolve(name);
    }

    String name() {
        return name;
    }

    /** Refuses all that would write over something, or have generate remove something, before anything is written. */
    void refuseWhatIsThere(Imported imported, SettingsTree made, ImportSource source) {
        if (path.toAbsolutePath().normalize().startsWith(source.place().path())) {
            throw new Misuse(name + " is in the settings directory, which TeamCity empties before it commits to it."
                    + " Name a directory outside of it behind --to.");
        }
        if (made.files().isEmpty()) {
            throw new Misuse("Nothing of " + source.name() + " can be said in Java:"
                    + imported.kept().entrySet().stream()
                            .map(each -> "\n  " + each.getKey() + ": " + each.getValue())
                            .collect(Collectors.joining()));
        }
        refuseJavaThatIsThere(imported);
        List<String> lost = source.place().compare(made).removed();
        if (!lost.isEmpty()) {
            throw new Misuse(source.name() + ".files says that another program writes " + String.join(", ", lost)
                    + ", which this Java would not: the first generate would remove them. If that program is gone, delete "
                    + source.name() + ".files; else name their ids behind --only too.");
        }
    }

    private void refuseJavaThatIsThere(Imported imported) {
        List<String> there = imported.sources().keySet().stream()
                .filter(each -> Files.exists(path.resolve(each)))
                .map(each -> name + "/" + each)
                .toList();
        if (!there.isEmpty()) {
            throw new Misuse("There is Java already, and it stays as it is: " + String.join(", ", there)
                    + ". Delete it, or name another directory behind --to or another package behind --package.");
        }
    }

    /** Writes the Java, and the list of what it stands for, so that generate finds nothing to do. */
    void write(Imported imported, SettingsTree made, ImportSource source) {
        imported.writeTo(path);
        source.place().list(made);
    }
}
