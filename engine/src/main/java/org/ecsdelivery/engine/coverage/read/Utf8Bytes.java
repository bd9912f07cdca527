package org.ecsdelivery.engine.coverage.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Text of another encoding as bytes of UTF-8, without its mark. */
final class Utf8Bytes extends InputStream {
    private final Reader text;
    private final char[] part = new char[1 << 14];
    private byte[] bytes = {};
    private int next;
    private boolean begun;

    Utf8Bytes(Reader text) {
        this.text = text;
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, bytes.length - next);
        System.arraycopy(bytes, next, target, offset, taken);
        next += taken;
        return taken;
    }

    private boolean fill() throws IOException {
        while (next == bytes.length) {
            int read = text.read(part);
            if (read < 0) {
                return false;
            }
            String decoded = new String(part, 0, read);
            bytes = (begun ? decoded : decoded.replaceFirst("^\ufeff", "")).getBytes(StandardCharsets.UTF_8);
            begun = true;
            next = 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
