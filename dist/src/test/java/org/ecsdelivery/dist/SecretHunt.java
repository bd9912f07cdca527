package org.ecsdelivery.dist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks for secrets wherever a build may have left them, in what is packed too. */
final class SecretHunt {
    private final List<SecretForms> secrets;
    private final List<String> found = new ArrayList<>();
    private final Map<Path, String> known = new HashMap<>();

    SecretHunt(SecretForms... secrets) {
        this.secrets = List.of(secrets);
    }

    /** Returns where secrets were found: their names and places. */
    List<String> found() {
        return found;
    }

    void in(String place, String text) {
        secrets.stream()
                .filter(secret -> secret.isIn(text))
                .forEach(secret -> found.add(secret.name() + " in " + place));
    }

    /** Takes note of files that are there before any secret is: as long as they stay as they are, there is nothing to look for. */
    void knows(Path directory) throws IOException {
        for (Path file : files(directory)) {
            known.put(file, state(file));
        }
    }

    void below(Path directory) throws IOException {
        for (Path file : files(directory)) {
            if (!state(file).equals(known.get(file))) {
                in(file.toString(), Files.readAllBytes(file));
            }
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String state(Path file) throws IOException {
        return Files.size(file) + " " + Files.getLastModifiedTime(file);
    }

    private void in(String place, byte[] bytes) throws IOException {
        in(place, new String(bytes, StandardCharsets.ISO_8859_1));
        if (startsWith(bytes, 'P', 'K')) {
            inZip(place, bytes);
        } else if (startsWith(bytes, 0x1f, 0x8b)) {
            try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                in(place + ", unpacked", unpacked.readAllBytes());
            }
        }
    }

    private void inZip(String place, byte[] bytes) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                in(place + "!/" + entry.getName(), zip.readAllBytes());
            }
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 2 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }
}
