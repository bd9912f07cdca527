package org.ecsdelivery.engine.coverage.format;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads the parts of one line, from left to right. */
public final class ByteCursor {
    /** There was no number. */
    public static final long NO_NUMBER = -1;

    private static final long MOST = Long.MAX_VALUE / 100;

    private byte[] bytes = {};
    private int position;
    private int end;

    /** Goes to that part of the array. */
    public void set(byte[] source, int from, int to) {
        bytes = source;
        position = from;
        end = to;
    }

    /** Returns where the cursor stands. */
    public int position() {
        return position;
    }

    /** Returns where the part ends. */
    public int end() {
        return end;
    }

    /** Goes to that place. */
    public void moveTo(int place) {
        position = place;
    }

    /** Tells whether nothing is left. */
    public boolean atEnd() {
        return position >= end;
    }

    /** Steps over that byte if it is the next one. */
    public boolean skip(char expected) {
        if (position < end && bytes[position] == expected) {
            position++;
            return true;
        }
        return false;
    }

    /** Tells whether the text comes next; the cursor stays. */
    public boolean startsWith(byte[] text) {
        if (end - position < text.length) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (bytes[position + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    /** Reads the digits that come next; {@link #NO_NUMBER} when none do. Huge numbers end at a huge number. */
    public long digits() {
        byte[] source = bytes;
        int at = position;
        int to = end;
        long value = 0;
        while (at < to) {
            int digit = source[at] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            value = value < MOST ? value * 10 + digit : value;
            at++;
        }
        boolean none = at == position;
        position = at;
        return none ? NO_NUMBER : value;
    }

    /** Returns the place of that byte at or after the cursor, or the end. */
    public int find(char wanted) {
        int at = position;
        while (at < end && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    /** Returns the place of the last such byte at or after the cursor, or -1. */
    public int findLast(char wanted) {
        int at = end - 1;
        while (at >= position && bytes[at] != wanted) {
            at--;
        }
        return at < position ? -1 : at;
    }

    /** Returns the text from the cursor up to that place. */
    public String text(int to) {
        return new String(bytes, position, to - position, StandardCharsets.UTF_8);
    }

    /** Returns a number for the bytes from the cursor up to that place: themselves if they are a small number. */
    public int nameNumber(int to) {
        int value = 0;
        int hash = 0;
        boolean small = to - position > 0 && to - position < 10;
        for (int i = position; i < to; i++) {
            int digit = bytes[i] - '0';
            small &= digit >= 0 && digit <= 9;
            value = value * 10 + digit;
            hash = hash * 31 + bytes[i];
        }
        return small ? value : hash | Integer.MIN_VALUE;
    }

    /**
     * Reads a count up to that place, however it is written: {@code 1.0e+19} is many, {@code -3} is none.
     *
     * @return the count, or {@link #NO_NUMBER} when it is no number at all
     */
    public long oddCount(int to) {
        String text = text(Math.min(to, position + 64)).trim().toLowerCase(Locale.ROOT);
        position = to;
        if (!text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?")) {
            return NO_NUMBER;
        }
        double value = Double.parseDouble(text);
        return value <= 0 ? 0 : value >= 1 ? (long) Math.min(value, MOST) : 1;
    }
}
