package org.ecsdelivery.engine.coverage.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.ecsdelivery.engine.coverage.LimitExceeded;

/** The lines of a text as bytes, one after the other, without making strings of them. A carriage return is no part of them. */
public final class LineBytes {
    private static final int LONGEST = 1 << 18;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int next;
    private int start;
    private int end;
    private long number;
    private boolean ended;

    /** Starts before the first line. */
    public LineBytes(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false when there is none. */
    public boolean next() throws IOException {
        start = next;
        int feed = newline(next);
        while (feed < 0 && !ended) {
            int seen = filled - start;
            fill();
            feed = newline(start + seen);
        }
        if (feed < 0 && start == filled) {
            return false;
        }
        number++;
        end = feed < 0 ? filled : feed;
        next = feed < 0 ? filled : feed + 1;
        while (end > start && buffer[end - 1] == '\r') {
            end--;
        }
        return true;
    }

    private int newline(int from) {
        byte[] bytes = buffer;
        int to = filled;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= start;
            start = 0;
        } else if (filled == buffer.length) {
            grow();
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        ended = read < 0;
        filled += Math.max(0, read);
    }

    private void grow() {
        if (buffer.length >= LONGEST) {
            throw new LimitExceeded(
                    "a line of more than " + LONGEST + " bytes", "The report is broken, or of another format.");
        }
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }

    /** Returns the array the line lies in; it changes with the next line. */
    public byte[] bytes() {
        return buffer;
    }

    /** Returns where the line starts in the array. */
    public int start() {
        return start;
    }

    /** Returns where the line ends in the array. */
    public int end() {
        return end;
    }

    /** Returns the number of the line, 1 for the first. */
    public long number() {
        return number;
    }
}
