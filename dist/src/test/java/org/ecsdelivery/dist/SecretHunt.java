package org.ecsdelivery.dist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks for secrets wherever a build may have left them, in what is packed too. */
final class SecretHunt {
    private final List<SecretForms> secrets;
    private final List<String> found = new ArrayList<>();

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

    void below(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                in(file.toString(), Files.readAllBytes(file));
            }
        }
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
