package org.ecsdelivery.aws.call;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** An answer as it came, of the last attempt. The SDK reads it first, so that all that goes wrong does so where it always does. */
public final class RawAnswer {
    private volatile ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Returns the stream for the SDK to read. */
    InputStream listening(InputStream answer) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        bytes = heard;
        return new Heard(answer, heard);
    }

    /** Returns what was heard. */
    public String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static final class Heard extends FilterInputStream {
        private final ByteArrayOutputStream heard;

        Heard(InputStream answer, ByteArrayOutputStream heard) {
            super(answer);
            this.heard = heard;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) {
                heard.write(next);
            }
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            if (count > 0) {
                heard.write(into, offset, count);
            }
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            return readNBytes((int) Math.min(count, Integer.MAX_VALUE)).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
