package org.ecsdelivery.engine.coverage.html;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Names pages so that every file system and unpacker takes them and none leads out of the archive: letters of a-z, digits,
 * dot, dash; short; different even where case does not count. The same path has the same name in every build, so that
 * links stay.
 */
final class PageNames {
    private static final int LONGEST = 40;
    private static final int CHECKSUM_DIGITS = 8;

    private final Set<String> taken = new HashSet<>();

    /** Returns a new name in that folder for the page of that path. */
    String name(String folder, String path) {
        String name = folder + checksum(path) + '-' + readable(path);
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + '-' + i;
        }
        return free + ".html";
    }

    private static String checksum(String path) {
        CRC32 crc = new CRC32();
        crc.update(path.getBytes(StandardCharsets.UTF_8));
        String digits = Long.toHexString(crc.getValue());
        return "0".repeat(CHECKSUM_DIGITS - digits.length()) + digits;
    }

    private static String readable(String path) {
        int end = path.endsWith("/") ? path.length() - 1 : path.length();
        int last = Math.max(path.lastIndexOf('/', end - 1), path.lastIndexOf('\\', end - 1));
        String name = path.substring(last + 1, end);
        StringBuilder readable = new StringBuilder();
        for (int i = 0; i < Math.min(LONGEST, name.length()); i++) {
            char c = name.charAt(i);
            readable.append(c < 0x80 && Character.isLetterOrDigit(c) || c == '.' || c == '_' ? c : '-');
        }
        return readable.toString().toLowerCase(Locale.ROOT);
    }
}
