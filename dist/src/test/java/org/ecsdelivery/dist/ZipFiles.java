package org.ecsdelivery.dist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What a zip holds, folders left out, in the order of the zip. */
record ZipFiles(List<ZippedFile> files) {

    /** One file in a zip. */
    record ZippedFile(String name, LocalDateTime written, byte[] content) {}

    static ZipFiles of(Path zip) {
        try {
            return of(Files.readAllBytes(zip));
        } catch (IOException cause) {
            throw new UncheckedIOException("There is no " + zip + ": package the module dist first", cause);
        }
    }

    static ZipFiles of(byte[] zip) {
        List<ZippedFile> files = new ArrayList<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.add(new ZippedFile(entry.getName(), entry.getTimeLocal(), entries.readAllBytes()));
                }
            }
        } catch (IOException cause) {
            throw new UncheckedIOException("Not a zip that can be read", cause);
        }
        return new ZipFiles(List.copyOf(files));
    }

    List<String> names() {
        return files.stream().map(ZippedFile::name).toList();
    }

    byte[] content(String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + name + " among " + names()))
                .content();
    }

    ZipFiles below(String folder) {
        return new ZipFiles(
                files.stream().filter(file -> file.name().startsWith(folder)).toList());
    }
}
