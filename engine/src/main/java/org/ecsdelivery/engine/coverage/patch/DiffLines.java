package org.ecsdelivery.engine.coverage.patch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a diff; of one that is very long (a bundle, a minified file) only the beginning is kept. */
final class DiffLines {
    private static final int KEPT = 1 << 15;

    private final InputStream in;
    private final byte[] part = new byte[1 << 16];
    private byte[] line = new byte[256];
    private int length;
    private int next;
    private int filled;
    private long number;

    DiffLines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    boolean next() throws IOException {
        length = 0;
        int from = next;
        boolean any = false;
        while (true) {
            if (next == filled) {
                keep(from, next);
                filled = Math.max(0, in.read(part, 0, part.length));
                next = 0;
                from = 0;
                if (filled == 0) {
                    number += any ? 1 : 0;
                    return any;
                }
            }
            any = true;
            if (part[next++] == '\n') {
                keep(from, next - 1);
                number++;
                return true;
            }
        }
    }

    private void keep(int from, int to) {
        int more = Math.min(to - from, KEPT - length);
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(length + more, line.length * 2));
        }
        System.arraycopy(part, from, line, length, more);
        length += more;
    }

    long number() {
        return number;
    }

    /** Returns the first byte of the line, or 0 when it is empty. */
    int first() {
        return length == 0 || length == 1 && line[0] == '\r' ? 0 : line[0];
    }

    boolean startsWith(String text) {
        if (length < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (line[i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String text() {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, end, StandardCharsets.UTF_8);
    }
}
