package org.ecsdelivery.dsl.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.ecsdelivery.dsl.files.SettingsArchive;
import org.ecsdelivery.dsl.files.SettingsDirectory;
import org.ecsdelivery.dsl.files.SettingsFiles;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.SettingsTree;

/**
 * Turns settings that are there into Java that writes the same bytes: {@code Import.of(Path.of(".teamcity")).to("com.acme.ci")}. What Java
 * cannot say exactly stays the XML file that it is, and is named with the reason.
 */
public final class Import {
    private final SettingsTree tree;
    private final Predicate<Entity> chosen;

    private Import(SettingsTree tree, Predicate<Entity> chosen) {
        this.tree = tree;
        this.chosen = chosen;
    }

    /** Takes a settings directory, or a zip that the server exported. */
    public static Import of(Path source) {
        return of(
                Files.isDirectory(source)
                        ? SettingsDirectory.below(source).read()
                        : SettingsFiles.read(SettingsArchive.at(source).exportedFiles()));
    }

    /** Takes settings that have been read. */
    public static Import of(SettingsTree tree) {
        return new Import(tree, any -> true);
    }

    /**
     * Returns this import of projects, configurations, templates and VCS roots of these ids only; all else stays the XML that it is. A
     * project's id means the project with all that belongs to it itself, without the projects below.
     */
    public Import only(String... ids) {
        Set<String> wanted = new HashSet<>(Arrays.asList(ids));
        Set<String> there = new HashSet<>();
        tree.entities().forEach(each -> there.add(each.id()));
        if (!there.containsAll(wanted)) {
            wanted.removeAll(there);
            throw new IllegalArgumentException("There is nothing of the id "
                    + String.join(", ", wanted.stream().sorted().toList())
                    + " in these settings. Give ids of projects, build configurations, templates or VCS roots.");
        }
        return new Import(tree, each -> wanted.contains(each.id()) || wanted.contains(each.project()));
    }

    /** Returns the Java for a package. */
    public Imported to(String packageName) {
        if (!packageName.isEmpty() && !Keywords.canBePackage(packageName)) {
            throw new IllegalArgumentException(
                    "'" + packageName + "' cannot be a package. Give one such as com.acme.ci.");
        }
        Fallbacks fallbacks = new Fallbacks();
        tree.entities().stream().filter(chosen.negate()).forEach(each -> fallbacks.leaveOut(each.path()));
        return new Attempts(tree, fallbacks, packageName).last();
    }
}
