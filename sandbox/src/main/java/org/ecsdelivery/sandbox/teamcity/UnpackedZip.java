package org.ecsdelivery.sandbox.teamcity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The directory a zip was unpacked to. */
record UnpackedZip(Path directory) {

    /** Unpacks into the directory after emptying it, so that nothing of an earlier version stays. */
    static UnpackedZip unpack(Path zip, Path directory) {
        try {
            new DirectoryTree(directory).empty();
            try (InputStream file = Files.newInputStream(zip);
                    ZipInputStream entries = new ZipInputStream(file)) {
                for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                    write(entry, entries, directory);
                }
            }
            return new UnpackedZip(directory);
        } catch (IOException cause) {
            throw new PluginLoadException(
                    "Cannot unpack " + zip + " to " + directory + ": " + cause.getMessage(), cause);
        }
    }

    /** Lists the files of one folder whose names end as given, sorted; an absent folder has none. */
    List<Path> files(String folder, String ending) {
        Path inside = directory.resolve(folder);
        if (!Files.isDirectory(inside)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(inside)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException cause) {
            throw new PluginLoadException("Cannot list " + inside + ": " + cause.getMessage(), cause);
        }
    }

    private static void write(ZipEntry entry, InputStream content, Path directory) throws IOException {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException("entry " + entry.getName() + " would be written outside the directory");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else {
            Files.createDirectories(target.resolveSibling("."));
            Files.copy(content, target);
        }
    }
}
