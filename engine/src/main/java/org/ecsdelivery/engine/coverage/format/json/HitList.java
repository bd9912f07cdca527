package org.ecsdelivery.engine.coverage.format.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;

/** The hits of statements or functions, or of the branches of decisions, by id. */
final class HitList {
    private final IdCounts ids = new IdCounts();
    private long[] hits = new long[64];
    private boolean[] starts = new boolean[64];

    void clear() {
        ids.clear();
    }

    int size() {
        return ids.size();
    }

    long id(int index) {
        return ids.id(index);
    }

    long hits(int index) {
        return hits[index];
    }

    /** Tells whether it is the first of its id: a decision has several branches. */
    boolean startsGroup(int index) {
        return starts[index];
    }

    /** Reads the object that just began: numbers, or lists of numbers. */
    void read(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String id = json.currentName();
            if (json.nextToken() == JsonToken.START_ARRAY) {
                boolean first = true;
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    add(id, Location.count(json), first);
                    first = false;
                }
            } else {
                add(id, Location.count(json), true);
            }
        }
    }

    private void add(String id, long count, boolean first) {
        int place = ids.add(id);
        if (place == hits.length) {
            hits = Arrays.copyOf(hits, place * 2);
            starts = Arrays.copyOf(starts, place * 2);
        }
        hits[place] = count;
        starts[place] = first;
    }
}
