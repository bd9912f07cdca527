package org.ecsdelivery.dsl.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How settings were said before: the same ones stand in many files, and in each attempt again. */
final class Phrasebook {
    private final Map<Object, Chain> known = new HashMap<>();

    /** Returns what was said for the same, or what is said now, which is kept unless it names something by a name of its own place. */
    Chain say(Object what, Names names, Supplier<Chain> saying) {
        Chain before = known.get(what);
        if (before != null) {
            return before;
        }
        int asked = names.asked();
        Chain said = saying.get();
        if (asked == names.asked()) {
            known.put(what, said);
        }
        return said;
    }
}
