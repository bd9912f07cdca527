package org.ecsdelivery.dsl.classic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Kind;
import org.ecsdelivery.dsl.model.SettingsTree;

/**
 * What settings would be with typed steps in the place of docker, ecs and aws commands. What is not understood wholly stays as it is, and
 * each step of which something comes, or might, has a remark.
 */
public final class Proposal {
    private final SettingsTree before;
    private final SettingsTree after;
    private final List<Remark> remarks;

    private Proposal(SettingsTree before, SettingsTree after, List<Remark> remarks) {
        this.before = before;
        this.after = after;
        this.remarks = List.copyOf(remarks);
    }

    /** Makes a proposal for settings. */
    public static Proposal of(SettingsTree tree) {
        Pushes pushes = new Pushes();
        Set<String> taken = ids(tree);
        List<Entity> configurations = tree.entities().stream()
                .filter(Entity::isConfiguration)
                .sorted(Comparator.comparing(Entity::path))
                .toList();
        // the first time only tells what is pushed where, which deployments of other configurations are about
        configurations.forEach(each -> Rewrite.of(new Scope(each, tree), pushes, taken));
        Map<String, Entity> changed = new LinkedHashMap<>();
        List<Remark> remarks = new ArrayList<>();
        for (Entity each : configurations) {
            Scope scope = new Scope(each, tree);
            Rewrite rewrite = Rewrite.of(scope, pushes, taken);
            Map<String, Entity> files = rewrite.isNothing() ? Map.of() : files(rewrite, scope, changed);
            if (rewrite.isNothing() || !files.isEmpty()) {
                remarks.addAll(rewrite.remarks());
                taken.addAll(rewrite.takenIds());
                changed.putAll(files);
            } else {
                remarks.add(unchangeable(each));
            }
        }
        return new Proposal(tree, with(tree, changed), remarks);
    }

    /** Returns the configuration and those made from it; none when one of the files cannot be changed, or would show a key. */
    private static Map<String, Entity> files(Rewrite rewrite, Scope scope, Map<String, Entity> changed) {
        List<Entity> affected = new ArrayList<>(scope.derived());
        affected.add(0, scope.entity());
        Map<String, Entity> files = new LinkedHashMap<>();
        for (Entity each : affected) {
            Entity before = changed.getOrDefault(each.path(), each);
            Optional<Entity> after = rewrite.applied(before).filter(young -> !showsKey(before, young));
            if (after.isEmpty()) {
                return Map.of();
            }
            files.put(each.path(), after.get());
        }
        return files;
    }

    private static boolean showsKey(Entity before, Entity after) {
        return Keys.areIn(UnifiedDiff.of(
                before.path(), before.document().bytes(), after.document().bytes()));
    }

    private static Remark unchangeable(Entity entity) {
        return new Remark(
                entity.origin().toString(),
                entity.title(),
                "stays as it is: a patch of its file, or of one made from it, would show an AWS key that stands there as"
                        + " text, or the file is written in a way in which the steps are not found",
                List.of());
    }

    private static Set<String> ids(SettingsTree tree) {
        Set<String> ids = new HashSet<>();
        tree.entities().stream()
                .filter(each -> each.kind() == Kind.BUILD_TYPE || each.kind() == Kind.TEMPLATE)
                .forEach(each -> each.settings()
                        .all()
                        .forEach(element -> element.attribute("id").ifPresent(ids::add)));
        return ids;
    }

    private static SettingsTree with(SettingsTree tree, Map<String, Entity> changed) {
        SettingsTree after = SettingsTree.of(tree.entities().stream()
                .map(each -> changed.getOrDefault(each.path(), each))
                .toList());
        for (Map.Entry<String, byte[]> other : tree.others().entrySet()) {
            after = after.withOther(other.getKey(), other.getValue());
        }
        return after;
    }

    /** Returns the settings with typed steps. */
    public SettingsTree tree() {
        return after;
    }

    /** Returns what there is to say, step by step. */
    public List<Remark> remarks() {
        return remarks;
    }

    /** Returns the files that change, by their paths below the settings directory. */
    public SortedMap<String, byte[]> changed() {
        SortedMap<String, byte[]> old = before.files();
        SortedMap<String, byte[]> files = new TreeMap<>(after.files());
        files.entrySet().removeIf(each -> Arrays.equals(each.getValue(), old.get(each.getKey())));
        return files;
    }

    /**
     * Returns the changes as a patch that {@code git apply} takes.
     *
     * @param directory the path of the settings directory in the repository, such as {@code .teamcity}
     */
    public String patch(String directory) {
        StringBuilder patch = new StringBuilder();
        SortedMap<String, byte[]> old = before.files();
        changed()
                .forEach((path, bytes) -> patch.append(UnifiedDiff.of(
                        directory.isEmpty() ? path : directory + "/" + path,
                        old.getOrDefault(path, new byte[0]),
                        bytes)));
        return patch.toString();
    }
}
