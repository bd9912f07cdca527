package org.ecsdelivery.engine.coverage.read;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** The bytes of a report, unpacked, with a look at how they begin. */
final class ReportBytes {
    private static final int LOOK = 1 << 16;
    private static final Charset UTF_8 = StandardCharsets.UTF_8;

    private final InputStream bytes;
    private final byte[] head;
    private final Charset charset;

    private ReportBytes(InputStream bytes, byte[] head) {
        this.bytes = bytes;
        this.head = head;
        this.charset = charset(head);
    }

    static ReportBytes of(InputStream raw) throws IOException {
        BufferedInputStream packed = new BufferedInputStream(raw, LOOK);
        packed.mark(2);
        boolean gzip = packed.read() == 0x1f && packed.read() == 0x8b;
        packed.reset();
        InputStream unpacked = gzip ? new GZIPInputStream(packed, LOOK) : packed;
        byte[] head = unpacked.readNBytes(LOOK);
        return new ReportBytes(new SequenceInputStream(new ByteArrayInputStream(head), unpacked), head);
    }

    boolean isEmpty() {
        return head.length == 0;
    }

    /** Returns how the report begins, as text. */
    String beginning() {
        String text = new String(head, charset);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** Returns the bytes as they are: XML and JSON tell their encoding themselves. */
    InputStream asTheyAre() {
        return bytes;
    }

    /** Returns the bytes as UTF-8 without a mark, whatever they were. */
    InputStream asUtf8() throws IOException {
        if (charset.equals(UTF_8)) {
            boolean marked = head.length > 2 && (head[0] & 0xff) == 0xef && (head[1] & 0xff) == 0xbb;
            bytes.skipNBytes(marked ? 3 : 0);
            return bytes;
        }
        return new Utf8Bytes(new InputStreamReader(bytes, charset));
    }

    private static Charset charset(byte[] head) {
        int first = head.length > 1 ? head[0] & 0xff : 'x';
        int second = head.length > 1 ? head[1] & 0xff : 'x';
        if (first == 0xff && second == 0xfe || first != 0 && second == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return first == 0xfe && second == 0xff || first == 0 && second != 0 ? StandardCharsets.UTF_16BE : UTF_8;
    }
}
