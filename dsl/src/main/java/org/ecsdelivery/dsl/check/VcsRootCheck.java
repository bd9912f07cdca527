package org.ecsdelivery.dsl.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Kind;
import org.ecsdelivery.dsl.model.Params;

/** VCS roots: what they cannot be read without. */
final class VcsRootCheck implements Check {
    private static final Map<String, List<String>> NEEDED = Map.of("jetbrains.git", List.of("url", "branch"));

    @Override
    public void look(Scene scene) {
        for (Entity root : scene.tree().entities(Kind.VCS_ROOT)) {
            String type = root.root().attribute("type").orElse("");
            if (type.isBlank()) {
                scene.error(Rule.VCS_ROOT, root, root.root(), "it has no type", "Give it one, such as jetbrains.git.");
            }
            Map<String, String> given = new HashMap<>();
            root.params().forEach(each -> given.put(each.attribute("name").orElse(""), Params.value(each)));
            NEEDED.getOrDefault(type, List.of()).stream()
                    .filter(name -> given.getOrDefault(name, "").isBlank())
                    .forEach(name -> scene.error(
                            Rule.VCS_ROOT,
                            root,
                            root.root(),
                            "a root of type " + type + " needs " + name + ", and nothing is given",
                            "Set it."));
        }
    }
}
