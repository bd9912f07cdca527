package org.ecsdelivery.engine.coverage.html;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ecsdelivery.engine.coverage.Count;

/** The bytes of a page. Pages of big reports are put together from bytes: strings would cost more than the page. */
final class Markup {
    private static final int DIGITS = 20;

    private byte[] bytes = new byte[1 << 15];
    private int size;

    static byte[] literal(String markup) {
        return markup.getBytes(StandardCharsets.UTF_8);
    }

    byte[] buffer() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Adds markup as it is. */
    Markup raw(String markup) {
        return raw(literal(markup));
    }

    /** Adds markup as it is. */
    Markup raw(byte[] markup) {
        return raw(markup, 0, markup.length);
    }

    /** Adds a part of an array as it is. */
    Markup raw(byte[] source, int from, int to) {
        room(to - from);
        System.arraycopy(source, from, bytes, size, to - from);
        size += to - from;
        return this;
    }

    /** Adds text of anybody, made harmless; not within a tag. */
    Markup text(String text) {
        byte[] utf8 = literal(text);
        Escapes.write(utf8, 0, utf8.length, this);
        return this;
    }

    /** Adds the start of a text of anybody, made harmless. */
    Markup text(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text(text);
        }
        return text(text.substring(0, text.offsetByCodePoints(0, most))).raw("…");
    }

    /** Adds a number of digits only. */
    Markup number(long number) {
        if (number < 10 && number >= 0) {
            room(1);
            bytes[size++] = (byte) ('0' + number);
            return this;
        }
        return digits(number, 0);
    }

    /** Adds a number whose thousands stand apart. */
    Markup grouped(long number) {
        return number < 10_000
                ? number(number)
                : grouped(number / 1000).raw("\u202f").digits(number % 1000, 3);
    }

    private Markup digits(long number, int atLeast) {
        room(DIGITS);
        long rest = number;
        int length = 0;
        while (rest > 0 || length < Math.max(1, atLeast)) {
            rest /= 10;
            length++;
        }
        rest = number;
        for (int i = size + length - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += length;
        return this;
    }

    /** Adds the percent that is covered, with one decimal; a dash when there is nothing to cover. */
    Markup percent(Count count) {
        if (count.isEmpty()) {
            return raw("–");
        }
        int permille = Share.permille(count);
        number(permille / 10);
        return permille == Share.ALL ? raw("%") : raw(".").number(permille % 10).raw("%");
    }

    /** Adds a bar of what is covered. */
    Markup bar(Count count) {
        return count.isEmpty()
                ? this
                : raw("<i class=w").number(Share.width(count)).raw("></i>");
    }

    /** Adds bar, percent and numbers for a cell of a table. */
    Markup share(Count count) {
        bar(count).percent(count);
        return count.isEmpty()
                ? this
                : raw(" <s>")
                        .number(count.covered())
                        .raw("/")
                        .number(count.total())
                        .raw("</s>");
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }

    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }
}
