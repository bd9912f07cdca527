package org.ecsdelivery.engine.coverage.html;

import java.util.Arrays;

/**
 * Makes UTF-8 of anybody harmless between two tags, and visible: markup is escaped, control characters become the pictures that Unicode has
 * for them, and characters that turn the direction of text are named, so that no name or source can pretend to be another.
 */
final class Escapes {
    private static final byte PLAIN = 0;
    private static final byte REPLACED = 1;
    private static final byte LEADS_TO_CONTROL = 2;
    private static final byte MAY_TURN = 3;
    private static final byte[] KINDS = kinds();
    private static final byte[][] REPLACEMENTS = replacements();
    private static final byte[] UNKNOWN = Markup.literal("\ufffd");

    private Escapes() {}

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        Arrays.fill(kinds, 0, ' ', REPLACED);
        for (char c : new char[] {'<', '>', '&', 0x7f}) {
            kinds[c] = REPLACED;
        }
        kinds[0xc2] = LEADS_TO_CONTROL;
        kinds[0xd8] = MAY_TURN;
        kinds[0xe2] = MAY_TURN;
        return kinds;
    }

    private static byte[][] replacements() {
        byte[][] replacements = new byte[128][];
        for (int c = 0; c < ' '; c++) {
            replacements[c] = Markup.literal(String.valueOf((char) (0x2400 + c)));
        }
        replacements[0x7f] = Markup.literal("\u2421");
        replacements['<'] = Markup.literal("&lt;");
        replacements['>'] = Markup.literal("&gt;");
        replacements['&'] = Markup.literal("&amp;");
        return replacements;
    }

    /** Tells whether that byte may stand for itself. */
    static boolean isPlain(byte b) {
        return KINDS[b & 0xff] == PLAIN;
    }

    /** Adds that part of an array. */
    static void write(byte[] source, int from, int to, Markup out) {
        int start = from;
        int i = from;
        while (i < to) {
            if (isPlain(source[i])) {
                i++;
                continue;
            }
            out.raw(source, start, i);
            i = special(source, i, to, out);
            start = i;
        }
        out.raw(source, start, to);
    }

    /** Adds the character at that place, which is not plain; returns the place after it. */
    static int special(byte[] source, int at, int to, Markup out) {
        int b = source[at] & 0xff;
        if (KINDS[b] == REPLACED) {
            out.raw(REPLACEMENTS[b]);
            return at + 1;
        }
        if (KINDS[b] == LEADS_TO_CONTROL && at + 1 < to && (source[at + 1] & 0xff) < 0xa0) {
            out.raw(UNKNOWN);
            return at + 2;
        }
        int turning = KINDS[b] == MAY_TURN ? turning(source, at, to) : 0;
        if (turning == 0) {
            out.raw(source, at, at + 1);
            return at + 1;
        }
        out.raw("[U+").raw(Integer.toHexString(turning)).raw("]");
        return at + (b == 0xd8 ? 2 : 3);
    }

    /** Returns the character that turns text, or 0. */
    private static int turning(byte[] source, int at, int to) {
        int second = at + 1 < to ? source[at + 1] & 0xff : 0;
        int third = at + 2 < to ? source[at + 2] & 0xff : 0;
        if ((source[at] & 0xff) == 0xd8) {
            return second == 0x9c ? 0x61c : 0;
        }
        int character = 0x2000 | (second & 0x3f) << 6 | third & 0x3f;
        boolean turns = character >= 0x200e && character <= 0x200f
                || character >= 0x2028 && character <= 0x202e
                || character >= 0x2066 && character <= 0x2069;
        return turns && third != 0 ? character : 0;
    }
}
