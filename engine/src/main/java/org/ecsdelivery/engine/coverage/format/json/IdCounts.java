package org.ecsdelivery.engine.coverage.format.json;

import java.util.Arrays;

/** Numbers by the ids that Istanbul gives the things of one file: mostly 0, 1, 2 and so on. */
final class IdCounts {
    private long[] ids = new long[64];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** Adds an id and returns its place. */
    int add(String id) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
        }
        ids[size] = number(id);
        return size++;
    }

    long id(int place) {
        return ids[place];
    }

    /** Returns the place of that id, looking first where it most likely is; -1 when it is not there. */
    int find(long id, int likely, IdIndex index) {
        if (likely < size && ids[likely] == id) {
            return likely;
        }
        return index.find(ids, size, id);
    }

    private static long number(String id) {
        long value = 0;
        int length = id.length();
        if (length == 0 || length > 15) {
            return Long.MIN_VALUE | id.hashCode();
        }
        for (int i = 0; i < length; i++) {
            int digit = id.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Long.MIN_VALUE | id.hashCode();
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
