package org.ecsdelivery.dsl.check;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Entry;
import org.ecsdelivery.dsl.model.Kind;

/** Ids inside a configuration or project: each is there once, and what replaces an entry of a template is of its type. */
final class EntryIdCheck implements Check {
    private static final Pattern FORM = Pattern.compile("[^\\s,%]+");

    @Override
    public void look(Scene scene) {
        for (Entity entity : scene.configurations()) {
            Map<String, Entry> taken = new HashMap<>();
            EntryReferenceCheck.LISTS.forEach(list -> entity.entries(list).forEach(each -> unique(each, taken, scene)));
            replaced(entity, scene);
        }
        for (Entity project : scene.tree().entities(Kind.PROJECT)) {
            Map<String, Entry> taken = new HashMap<>();
            project.entries("project-extensions").forEach(each -> unique(each, taken, scene));
        }
    }

    private static void unique(Entry entry, Map<String, Entry> taken, Scene scene) {
        if (entry.id().isEmpty()) {
            return;
        }
        if (!FORM.matcher(entry.id()).matches()) {
            scene.error(
                    Rule.ENTRY_ID,
                    entry,
                    "the id '" + entry.id() + "' has white space, a comma or a percent sign",
                    "Use letters, digits and underscores.");
        }
        Entry other = taken.putIfAbsent(entry.id(), entry);
        if (other != null) {
            scene.error(
                    Rule.ENTRY_ID,
                    entry,
                    "the id '" + entry.id() + "' is that of another entry too"
                            + (other.origin().isKnown() ? " (" + other.origin() + ")" : ""),
                    "Give one of them another id.");
        }
    }

    private static void replaced(Entity entity, Scene scene) {
        for (Entity template : scene.effective(entity).templates()) {
            for (String list : EntryReferenceCheck.LISTS) {
                Map<String, Entry> inherited = new HashMap<>();
                template.entries(list).forEach(each -> inherited.put(each.id(), each));
                for (Entry own : entity.entries(list)) {
                    Entry other = inherited.get(own.id());
                    if (other != null && !own.id().isEmpty() && !other.type().equals(own.type())) {
                        scene.error(
                                Rule.ENTRY_ID,
                                own,
                                "it is of type " + own.type() + " and replaces an entry of " + template.title()
                                        + " of type " + other.type(),
                                "Give it another id to add it, or switch the template's off.");
                    }
                }
            }
        }
    }
}
