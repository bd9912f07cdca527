package org.ecsdelivery.dsl.check;

import java.util.HashMap;
import java.util.Map;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Kind;

/** Names: that they are there, and tell things apart. */
final class NameCheck implements Check {
    @Override
    public void look(Scene scene) {
        Map<String, Entity> taken = new HashMap<>();
        for (Entity each : scene.tree().entities()) {
            String name = each.name();
            if (name.isBlank()) {
                scene.error(Rule.NAME, each, each.root(), "it has no name", "Give it one that people can tell it by.");
                continue;
            }
            String home = each.kind() == Kind.PROJECT ? each.parent() : each.project();
            Entity other = taken.putIfAbsent(each.kind() + " " + home + " " + name, each);
            if (other != null) {
                scene.error(
                        Rule.NAME,
                        each,
                        each.root(),
                        "its name '" + name + "' is that of " + other.title() + " too",
                        "Give one of them another name.");
            }
        }
    }
}
