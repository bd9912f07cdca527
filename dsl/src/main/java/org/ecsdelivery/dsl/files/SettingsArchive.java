package org.ecsdelivery.dsl.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A zip with the files of a settings directory, such as a server exports. */
public final class SettingsArchive {
    private static final Pattern PROJECT = Pattern.compile("((?:.*/)?)[^/]+/project-config\\.xml");

    private final Path zip;

    private SettingsArchive(Path zip) {
        this.zip = zip;
    }

    /** Returns the archive of a path. */
    public static SettingsArchive at(Path zip) {
        return new SettingsArchive(zip);
    }

    /**
     * Returns all files by their paths in the archive.
     *
     * @throws UncheckedIOException when it is not there, or no zip
     */
    public SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            for (ZipEntry entry :
                    archive.stream().filter(each -> !each.isDirectory()).toList()) {
                try (InputStream content = archive.getInputStream(entry)) {
                    files.put(entry.getName(), content.readAllBytes());
                }
            }
            return files;
        } catch (IOException cause) {
            String fact = Files.exists(zip) ? cause.getMessage() : "there is no such file";
            throw new UncheckedIOException(
                    "The archive " + zip + " cannot be read (" + fact + "). Name a zip of settings in XML.", cause);
        }
    }

    /**
     * Returns the settings' files by their paths below the settings directory, which an archive may have inside another directory.
     *
     * @throws UnreadableSettings when there is no project in XML
     */
    public SortedMap<String, byte[]> exportedFiles() {
        SortedMap<String, byte[]> all = files();
        String above = all.keySet().stream()
                .map(PROJECT::matcher)
                .filter(Matcher::matches)
                .map(each -> each.group(1))
                .min(Comparator.comparingInt(String::length))
                .orElseThrow(() -> new UnreadableSettings(List.of(zip
                        + " holds no project-config.xml. Export the settings of a project as XML, not as Kotlin.")));
        SortedMap<String, byte[]> files = new TreeMap<>();
        all.forEach((path, content) -> {
            if (path.startsWith(above)) {
                files.put(path.substring(above.length()), content);
            }
        });
        return files;
    }

    /**
     * Puts the settings' files into a directory that is not there yet.
     *
     * @throws UnreadableSettings when a path in the archive leads out of it; nothing is written then
     */
    public void unpack(Path directory) {
        Path below = directory.toAbsolutePath().normalize();
        SortedMap<String, byte[]> files = exportedFiles();
        List<String> outside = files.keySet().stream()
                .filter(each -> !below.resolve(each).normalize().startsWith(below))
                .toList();
        if (!outside.isEmpty()) {
            throw new UnreadableSettings(List.of(zip + " has paths that lead out of it (" + String.join(", ", outside)
                    + "). Export the settings again, and take no zip from strangers."));
        }
        files.forEach((path, content) -> WholeFile.write(below.resolve(path), content));
    }
}
