package org.ecsdelivery.engine.coverage.html;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The text of a source file, read line by line. */
final class SourceText {
    /** More bytes of a source are not shown: no browser likes such a page, and no reader. */
    static final int MOST = 2 << 20;

    private static final int LONGEST_LINE = 2000;
    private static final int TAB = 4;
    private static final int LOOKED_AT = 8000;
    private static final byte[] SPACES = Markup.literal(" ".repeat(TAB));

    private final byte[] text;
    private final String note;
    private int start;
    private int end;
    private int next;
    private int line;

    private SourceText(byte[] text, int from, String note) {
        this.text = text;
        this.next = from;
        this.note = note;
    }

    /** Reads those bytes; nothing when they are no text. */
    static Optional<SourceText> of(byte[] bytes) {
        boolean cut = bytes.length >= MOST;
        byte[] shown = cut ? Arrays.copyOf(bytes, lastLineEnd(bytes)) : bytes;
        String note = cut ? "The file is too big to show: this is its beginning." : "";
        if (startsWith(shown, 0xfe, 0xff) || startsWith(shown, 0xff, 0xfe)) {
            return Optional.of(new SourceText(encoded(shown, StandardCharsets.UTF_16), 0, note));
        }
        if (isBinary(shown)) {
            return Optional.empty();
        }
        if (!isUtf8(shown)) {
            String guessed = (note + " The file is not UTF-8: it is shown as ISO 8859-1.").strip();
            return Optional.of(new SourceText(encoded(shown, StandardCharsets.ISO_8859_1), 0, guessed));
        }
        return Optional.of(new SourceText(shown, startsWith(shown, 0xef, 0xbb, 0xbf) ? 3 : 0, note));
    }

    private static int lastLineEnd(byte[] bytes) {
        int end = Math.min(bytes.length, MOST);
        for (int i = end - 1; i >= 0; i--) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        int i = end;
        while (i > 0 && i > end - 4 && (bytes[i - 1] & 0xc0) == 0x80) {
            i--;
        }
        return Math.max(0, i - 1);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBinary(byte[] bytes) {
        for (int i = 0; i < Math.min(LOOKED_AT, bytes.length); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUtf8(byte[] bytes) {
        byte any = 0;
        for (byte b : bytes) {
            any |= b;
        }
        if (any >= 0) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static byte[] encoded(byte[] bytes, Charset charset) {
        return Markup.literal(new String(bytes, charset));
    }

    /** Returns what readers should know about it; empty for most. */
    String note() {
        return note;
    }

    /** Goes to the next line; tells whether there is one. */
    boolean next() {
        if (next >= text.length) {
            return false;
        }
        start = next;
        while (next < text.length && text[next] != '\n') {
            next++;
        }
        end = next > start && next < text.length && text[next - 1] == '\r' ? next - 1 : next;
        next++;
        line++;
        return true;
    }

    /** Goes to that line, which must not lie before the one it is at; tells whether there is one. */
    boolean to(int wanted) {
        while (line < wanted) {
            if (!next()) {
                return false;
            }
        }
        return line == wanted;
    }

    /** Adds the line it is at. */
    void write(Markup out) {
        int shown = Math.min(end, start + LONGEST_LINE);
        while (shown < end && shown > start && (text[shown] & 0xc0) == 0x80) {
            shown--;
        }
        plain(shown, out);
        if (shown < end) {
            out.raw("<em> … ").grouped(end - shown).raw(" more bytes</em>");
        }
    }

    private void plain(int to, Markup out) {
        int from = start;
        int i = start;
        int hidden = 0;
        while (i < to) {
            byte b = text[i];
            if (Escapes.isPlain(b)) {
                hidden += (b & 0xc0) == 0x80 ? 1 : 0;
                i++;
                continue;
            }
            out.raw(text, from, i);
            if (b == '\t') {
                int spaces = TAB - (i - start - hidden) % TAB;
                out.raw(SPACES, 0, spaces);
                hidden += 1 - spaces;
                from = ++i;
            } else {
                from = Escapes.special(text, i, to, out);
                i = from;
            }
        }
        out.raw(text, from, to);
    }
}
