package org.ecsdelivery.engine.coverage.format.xml;

import java.util.Arrays;
import org.ecsdelivery.engine.coverage.FileCoverageBuilder;

/** Lines kept aside until it is known whether they count. */
final class LineList {
    private int[] entries = new int[256];
    private int size;

    void add(int line, int hits, int covered, int branches) {
        if (size + 4 > entries.length) {
            entries = Arrays.copyOf(entries, entries.length * 2);
        }
        entries[size++] = line;
        entries[size++] = hits;
        entries[size++] = covered;
        entries[size++] = branches;
    }

    void clear() {
        size = 0;
    }

    int lines() {
        return size / 4;
    }

    /** Hands the lines on and returns how many branches they have. */
    int hand(FileCoverageBuilder builder) {
        int branches = 0;
        for (int i = 0; i < size; i += 4) {
            builder.line(entries[i], entries[i + 1]);
            builder.countedBranches(entries[i], entries[i + 2], entries[i + 3]);
            branches += entries[i + 3];
        }
        return branches;
    }
}
