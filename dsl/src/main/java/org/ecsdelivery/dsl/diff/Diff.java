package org.ecsdelivery.dsl.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.SettingsTree;

/**
 * What differs between two trees in what they mean: the form of a file, the schema that it names, empty lists and uuids that only one side knows
 * are no difference.
 */
public final class Diff {
    private final List<Change> changes;

    private Diff(List<Change> changes) {
        this.changes = List.copyOf(changes);
    }

    /** Returns what has to happen to one tree to become another. */
    public static Diff of(SettingsTree before, SettingsTree after) {
        List<Change> changes = new ArrayList<>();
        for (Entity entity : sorted(after)) {
            entity(before.same(entity), entity).ifPresent(changes::add);
        }
        for (Entity entity : sorted(before)) {
            if (after.same(entity).isEmpty()) {
                changes.add(Change.removed(Fact.of(entity.title(), "")));
            }
        }
        files(before.others(), after.others(), changes);
        return new Diff(changes);
    }

    private static List<Entity> sorted(SettingsTree tree) {
        return tree.entities().stream()
                .sorted(Comparator.comparing(Entity::path))
                .toList();
    }

    private static Optional<Change> entity(Optional<Entity> before, Entity after) {
        Value none = Value.none();
        if (before.isEmpty()) {
            return Optional.of(new Change('+', after.title(), none, Value.of(after.name()), List.of()));
        }
        List<Change> inside = Comparison.of(Facts.of(before.get()), Facts.of(after));
        return inside.isEmpty() ? Optional.empty() : Optional.of(new Change('~', after.title(), none, none, inside));
    }

    private static void files(SortedMap<String, byte[]> before, SortedMap<String, byte[]> after, List<Change> changes) {
        for (Map.Entry<String, byte[]> each : after.entrySet()) {
            Fact file = Fact.of("file " + each.getKey(), "");
            byte[] old = before.get(each.getKey());
            if (old == null) {
                changes.add(Change.added(file));
            } else if (!Arrays.equals(old, each.getValue())) {
                changes.add(new Change('~', file.title(), file.value(), file.value(), List.of()));
            }
        }
        before.keySet().stream()
                .filter(path -> !after.containsKey(path))
                .forEach(path -> changes.add(Change.removed(Fact.of("file " + path, ""))));
    }

    /** Tells whether both trees mean the same. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Returns how many entities and files differ. */
    public int size() {
        return changes.size();
    }

    /** Returns the changes as lines: {@code +} is new, {@code -} is gone, {@code ~} is something else; empty when there are none. */
    @Override
    public String toString() {
        return Report.of(changes);
    }
}
