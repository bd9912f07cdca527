package org.ecsdelivery.engine.coverage.format.json;

import java.util.Arrays;

/** Where the statements, functions or branches of a file are, by id, with their names. */
final class Locations {
    private final IdCounts ids = new IdCounts();
    private final IdIndex index = new IdIndex();
    private long[] starts = new long[64];
    private long[] ends = new long[64];
    private String[] names = new String[64];

    void clear() {
        ids.clear();
        index.clear();
    }

    void add(String id, Location location, String name) {
        int place = ids.add(id);
        if (place == starts.length) {
            starts = Arrays.copyOf(starts, place * 2);
            ends = Arrays.copyOf(ends, place * 2);
            names = Arrays.copyOf(names, place * 2);
        }
        starts[place] = location.start();
        ends[place] = location.end();
        names[place] = name;
    }

    int find(long id, int likely) {
        return ids.find(id, likely, index);
    }

    long start(int place) {
        return place < 0 ? 0 : starts[place];
    }

    long end(int place) {
        return place < 0 ? 0 : ends[place];
    }

    String name(int place) {
        return place < 0 ? "" : names[place];
    }

    /** Returns the line at that place, 0 when the report does not tell one that can be. */
    int line(int place, int most) {
        long line = start(place) >>> Integer.SIZE;
        return line > most ? 0 : (int) line;
    }
}
