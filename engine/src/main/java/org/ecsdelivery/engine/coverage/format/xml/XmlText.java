package org.ecsdelivery.engine.coverage.format.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The letters of an XML document. The JDK's reader of bytes prints a line on the console for every byte that is none of its
 * encoding; decoded here, such a byte becomes a replacement letter.
 */
final class XmlText {
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z][\\w.-]{0,40})[\"']");
    private static final int LOOK = 512;

    private XmlText() {}

    static Reader of(InputStream bytes) throws IOException {
        byte[] head = bytes.readNBytes(LOOK);
        Charset charset = charset(head);
        byte[] mark = "\ufeff".getBytes(charset);
        boolean marked = mark.length <= head.length && Arrays.equals(mark, Arrays.copyOf(head, mark.length));
        int skipped = marked ? mark.length : 0;
        InputStream start = new ByteArrayInputStream(head, skipped, head.length - skipped);
        return new InputStreamReader(new SequenceInputStream(start, bytes), charset);
    }

    private static Charset charset(byte[] head) {
        int first = head.length > 1 ? head[0] & 0xff : 'x';
        int second = head.length > 1 ? head[1] & 0xff : 'x';
        if (first == 0xff && second == 0xfe || first == '<' && second == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return first == 0xfe && second == 0xff || first == 0 && second == '<'
                ? StandardCharsets.UTF_16BE
                : declared(head);
    }

    private static Charset declared(byte[] head) {
        Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        try {
            boolean found = declared.find() && !declared.group(1).startsWith("UTF-16");
            return found ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
