package org.ecsdelivery.dsl.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.SettingsTree;

/** What a settings directory says, beside what it shall say, and what is to be done about it. */
public final class Comparison {
    private static final String UUID = " uuid=\"";

    /** The outermost element begins within so many bytes of every file that TeamCity wrote. */
    private static final int HEAD = 600;

    private final SettingsTree there;
    private final SettingsTree merged;
    private final Written todo;

    private Comparison(SettingsTree there, SettingsTree merged, Written todo) {
        this.there = there;
        this.merged = merged;
        this.todo = todo;
    }

    /**
     * Compares.
     *
     * @param old the files that are there, by their paths
     * @param ours those of them that an earlier run wrote
     * @throws UnreadableSettings when files are no XML, with all of them
     */
    static Comparison of(SettingsTree wanted, SortedMap<String, byte[]> old, SortedSet<String> ours) {
        Map<String, Entity> known = new ConcurrentHashMap<>();
        SettingsTree there = SettingsFiles.read(old, (path, bytes) -> {
            Optional<Entity> same = recognised(wanted, path, bytes);
            same.ifPresent(entity -> known.put(path, entity));
            return same;
        });
        SettingsTree merged = wanted.withUuidsOf(there);
        List<String> created = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (String path : merged.paths()) {
            if (isKnown(merged, path, known)) {
                continue;
            }
            // what is new is written out here too, while others are still busy with the checks
            byte[] bytes = merged.bytes(path);
            if (!old.containsKey(path)) {
                created.add(path);
            } else if (!Arrays.equals(old.get(path), bytes)) {
                changed.add(path);
            }
        }
        SortedSet<String> rest = new TreeSet<>(old.keySet());
        rest.removeAll(merged.paths());
        SortedSet<String> removed = new TreeSet<>(rest);
        removed.removeIf(path -> !ours.contains(path) && !isMoved(path, merged, there));
        rest.removeAll(removed);
        return new Comparison(there, merged, new Written(created, changed, List.copyOf(removed), List.copyOf(rest)));
    }

    /**
     * Returns the entity that a file says, without reading the file, where it is what is wanted there: most are, and equal bytes say as
     * much as an equal tree. The uuid is only guessed; a wrong guess makes other bytes.
     */
    private static Optional<Entity> recognised(SettingsTree wanted, String path, byte[] bytes) {
        return wanted.at(path)
                .map(entity -> entity.uuid().isPresent()
                        ? entity
                        : guessedUuid(bytes).map(entity::withUuid).orElse(entity))
                .filter(entity -> entity.document().isWrittenAs(bytes));
    }

    private static Optional<String> guessedUuid(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        int at = head.indexOf(UUID);
        int end = at < 0 ? -1 : head.indexOf('"', at + UUID.length());
        return end < 0 ? Optional.empty() : Optional.of(head.substring(at + UUID.length(), end));
    }

    private static boolean isKnown(SettingsTree merged, String path, Map<String, Entity> known) {
        Entity same = known.get(path);
        return same != null && merged.at(path).map(Entity::uuid).equals(Optional.of(same.uuid()));
    }

    /** What is written in another project now would be there twice, with the same id and uuid. */
    private static boolean isMoved(String path, SettingsTree wanted, SettingsTree there) {
        return there.at(path).flatMap(wanted::same).isPresent();
    }

    /** Returns what is there. */
    public SettingsTree there() {
        return there;
    }

    /** Returns what is wanted, with the uuids that the server gave to what is there already. */
    SettingsTree merged() {
        return merged;
    }

    /** Returns what writing would do. */
    public Written todo() {
        return todo;
    }

    /** Returns what the directory would hold after writing, the files among it that nobody here generates. */
    public SettingsTree planned() {
        List<Entity> kept = new ArrayList<>();
        SettingsTree planned = merged;
        for (String path : todo.leftAlone()) {
            there.at(path).ifPresent(kept::add);
            byte[] other = there.others().get(path);
            planned = other == null ? planned : planned.withOther(path, other);
        }
        return planned.withAll(kept);
    }
}
