package org.ecsdelivery.dsl.imports;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.dsl.check.Checks;
import org.ecsdelivery.dsl.check.Problem;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Kind;
import org.ecsdelivery.dsl.model.SchemaProfile;
import org.ecsdelivery.dsl.model.SettingsTree;
import org.ecsdelivery.dsl.xml.Element;

/** Says a tree in Java again and again, until what the Java makes is what was read. */
final class Attempts {
    private final SettingsTree tree;
    private final Fallbacks fallbacks;
    private final String packageName;
    private final SchemaProfile profile;

    Attempts(SettingsTree tree, Fallbacks fallbacks, String packageName) {
        this.tree = tree;
        this.fallbacks = fallbacks;
        this.packageName = packageName;
        this.profile = profile(tree);
        keepSecrets();
        tree.entities(Kind.RECIPE).forEach(each -> fallbacks.keep(each.path(), "recipes are XML"));
        tree.entities().stream().filter(each -> fallbacks.isSaid(each.path())).forEach(this::keepOtherForms);
    }

    /** Most files of a tree have one form; the others stay as they are. */
    private static SchemaProfile profile(SettingsTree tree) {
        Map<SchemaProfile, Long> counts = tree.entities().stream()
                .flatMap(each -> SchemaProfile.of(each.root()).stream())
                .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .orElse(SchemaProfile.V2021_1);
    }

    /** No secret is copied into Java. */
    private void keepSecrets() {
        for (Entity each : tree.entities()) {
            Checks.secrets(SettingsTree.of(List.of(each))).stream()
                    .findFirst()
                    .map(Problem::fact)
                    .ifPresent(fact -> fallbacks.keep(each.path(), fact));
        }
    }

    /** What Java makes has one form, so that these need no attempt. */
    private void keepOtherForms(Entity entity) {
        if (SchemaProfile.of(entity.root()).filter(profile::equals).isEmpty()) {
            fallbacks.keep(entity.path(), "its form is not that of schema " + profile.label());
        } else if (!entity.document().isAsTeamCityWritesIt()) {
            fallbacks.keep(entity.path(), "it is not written as TeamCity writes it");
        }
    }

    Imported last() {
        Draft draft = settled(Set.of());
        Set<String> used = draft.named();
        boolean free = draft.units().stream().map(Unit::type).noneMatch(used::contains);
        Draft named = free ? draft : settled(used);
        named.units().forEach(each -> used.add(each.type()));
        String top = named.tops().stream().map(Unit::type).findFirst().orElse("All");
        String main = new Identifiers(used).type(top + "Settings");
        return new Imported(
                packageName.isEmpty() ? main : packageName + "." + main,
                new JavaFiles(packageName, main).of(named, profile),
                Collections.unmodifiableSortedMap(new TreeMap<>(fallbacks.kept())),
                named.untyped(),
                named.settings(profile));
    }

    private Draft settled(Set<String> taken) {
        while (true) {
            int known = fallbacks.lessons();
            Draft draft = new Draft(tree, fallbacks, taken);
            draft.make();
            if (known == fallbacks.lessons() && isSettled(draft)) {
                return draft;
            }
        }
    }

    private boolean isSettled(Draft draft) {
        SettingsTree made = draft.settings(profile).tree().withUuidsOf(tree);
        boolean settled = true;
        for (Entity each : tree.entities()) {
            if (fallbacks.isSaid(each.path())) {
                settled &= isSame(each, made.at(each.path()));
            }
        }
        return settled;
    }

    private boolean isSame(Entity wanted, Optional<Entity> made) {
        if (made.isEmpty()) {
            fallbacks.keep(wanted.path(), "Java does not make it");
            return false;
        }
        if (wanted.document().isWrittenAs(made.get().document())) {
            return true;
        }
        boolean another = false;
        for (String each : differences(lists(wanted), lists(made.get()))) {
            another |= fallbacks.failed(wanted.path(), each);
        }
        if (!another) {
            fallbacks.keep(wanted.path(), "it says what has no method in Java");
        }
        return false;
    }

    private static Element lists(Entity entity) {
        return entity.isConfiguration() ? entity.settings() : entity.root();
    }

    private static Set<String> differences(Element wanted, Element made) {
        return Stream.concat(wanted.elements().stream(), made.elements().stream())
                .map(Element::name)
                .filter(name -> !wanted.elements(name).equals(made.elements(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
