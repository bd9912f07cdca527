package org.ecsdelivery.dsl.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an attempt has taught: which lists have to be said otherwise, which files cannot be said at all, and how settings are said. */
final class Fallbacks {
    /** The lists that have a second way to be said before they are said element by element. */
    private static final Set<String> TWO_WAYS = Set.of("build-runners", "disabled-settings");

    private final Map<String, Integer> levels = new HashMap<>();
    private final SortedMap<String, String> kept = new TreeMap<>();
    private final Set<String> chosenOut = new HashSet<>();
    private final Phrasebook phrasebook = new Phrasebook();
    private int lessons;

    /** Returns how often saying a list has failed. */
    private int level(String path, String section) {
        return levels.getOrDefault(path + "#" + section, 0);
    }

    boolean inSecondWay(String path, String section) {
        return level(path, section) == 1 && TWO_WAYS.contains(section);
    }

    boolean asItIs(String path, String section) {
        return level(path, section) >= (TWO_WAYS.contains(section) ? 2 : 1);
    }

    /** Notes that a list did not come out as it was; returns whether there is another way. */
    boolean failed(String path, String section) {
        if (asItIs(path, section)) {
            return false;
        }
        levels.merge(path + "#" + section, 1, Integer::sum);
        lessons++;
        return true;
    }

    Phrasebook phrasebook() {
        return phrasebook;
    }

    void keep(String path, String reason) {
        if (kept.putIfAbsent(path, reason) == null) {
            lessons++;
        }
    }

    void leaveOut(String path) {
        chosenOut.add(path);
    }

    boolean isSaid(String path) {
        return !kept.containsKey(path) && !chosenOut.contains(path);
    }

    /** Returns how much has been learnt; an attempt after which this has not changed is the last one. */
    int lessons() {
        return lessons;
    }

    SortedMap<String, String> kept() {
        return kept;
    }
}
