package org.ecsdelivery.engine.coverage.format.lcov;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ecsdelivery.engine.coverage.FileCoverageBuilder;

/** Names as bytes, each with a number. */
final class NameList {
    private byte[] names = new byte[64];
    private int[] ends = new int[4];
    private long[] values = new long[4];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    long value(int index) {
        return values[index];
    }

    String name(int index) {
        return new String(names, start(index), ends[index] - start(index), StandardCharsets.UTF_8);
    }

    void add(long value, byte[] bytes, int from, int to) {
        int start = size == 0 ? 0 : ends[size - 1];
        int end = start + to - from;
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        if (end > names.length) {
            names = Arrays.copyOf(names, Math.max(end, names.length * 2));
        }
        System.arraycopy(bytes, from, names, start, to - from);
        ends[size] = end;
        values[size++] = value;
    }

    boolean sameNames(NameList other) {
        return size == other.size
                && Arrays.equals(ends, 0, size, other.ends, 0, size)
                && Arrays.equals(names, 0, length(), other.names, 0, length());
    }

    void hand(int index, int line, long hits, FileCoverageBuilder builder) {
        builder.function(line, names, start(index), ends[index], hits);
    }

    private int length() {
        return size == 0 ? 0 : ends[size - 1];
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }
}
