package org.ecsdelivery.engine.coverage.format.json;

import java.util.HashMap;
import java.util.Map;

/** Finds ids that come in another order than usual; built only when one does. */
final class IdIndex {
    private final Map<Long, Integer> places = new HashMap<>();
    private boolean built;

    void clear() {
        places.clear();
        built = false;
    }

    int find(long[] ids, int size, long id) {
        if (!built) {
            for (int i = 0; i < size; i++) {
                places.put(ids[i], i);
            }
            built = true;
        }
        return places.getOrDefault(id, -1);
    }
}
