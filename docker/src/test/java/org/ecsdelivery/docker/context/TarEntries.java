package org.ecsdelivery.docker.context;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A tar stream, read to its end. */
final class TarEntries {
    private final List<Entry> entries = new ArrayList<>();

    record Entry(TarArchiveEntry header, byte[] content) {
        String name() {
            return header.getName();
        }

        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    private TarEntries() {}

    static TarEntries of(InputStream stream) throws IOException {
        TarEntries all = new TarEntries();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(stream, "UTF-8")) {
            for (TarArchiveEntry header = tar.getNextEntry(); header != null; header = tar.getNextEntry()) {
                all.entries.add(new Entry(header, tar.readAllBytes()));
            }
        }
        return all;
    }

    List<String> names() {
        return entries.stream().map(Entry::name).toList();
    }

    Entry entry(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(name + " is not among " + names()));
    }
}
