package org.ecsdelivery.docker.context;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What a tar header has no room for: lines of length, key and value (POSIX.1-2001, pax, "extended header"). */
final class PaxRecords {
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    void add(String key, byte[] value) {
        // blank, equals sign and line end
        int length = key.length() + value.length + 3;
        int total = length + digits(length);
        if (digits(total) > digits(length)) {
            total++;
        }
        lines.writeBytes((total + " " + key + "=").getBytes(StandardCharsets.US_ASCII));
        lines.writeBytes(value);
        lines.write('\n');
    }

    private static int digits(int number) {
        return Integer.toString(number).length();
    }

    boolean isEmpty() {
        return lines.size() == 0;
    }

    byte[] bytes() {
        return lines.toByteArray();
    }
}
