package org.ecsdelivery.dsl.check;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Options;
import org.ecsdelivery.dsl.model.SchemaProfile;
import org.ecsdelivery.dsl.model.SettingsOrder;
import org.ecsdelivery.dsl.xml.Element;

/** What the chosen form of the settings does not know. */
final class ProfileCheck implements Check {
    private static final Set<String> NEW_LISTS = Set.of("output-parameters");
    private static final Set<String> NEW_OPTIONS = Set.of("exposeAllParametersAsOutput");

    @Override
    public void look(Scene scene) {
        for (Entity entity : scene.configurations()) {
            Optional<SchemaProfile> profile = SchemaProfile.of(entity.root());
            if (profile.filter(SchemaProfile.V2021_1::equals).isPresent()) {
                tooNew(entity, scene);
            }
            entity.settings().elements().stream()
                    .filter(each -> !SettingsOrder.knows(each.name()))
                    .forEach(each -> scene.warning(
                            Rule.PROFILE,
                            entity,
                            each,
                            "nobody here knows the element " + each.name(),
                            "Look at how TeamCity writes it, and where."));
        }
    }

    private static void tooNew(Entity entity, Scene scene) {
        for (Element each : entity.settings().elements()) {
            if (NEW_LISTS.contains(each.name())) {
                newer(entity, each, "the element " + each.name(), scene);
            }
        }
        for (Map.Entry<String, String> each : Options.of(entity.settings()).entrySet()) {
            if (NEW_OPTIONS.contains(each.getKey())) {
                newer(entity, entity.settings(), "the option " + each.getKey(), scene);
            }
        }
    }

    private static void newer(Entity entity, Element place, String what, Scene scene) {
        scene.error(
                Rule.PROFILE,
                entity,
                place,
                what + " is not known to the form " + SchemaProfile.V2021_1.label(),
                "Use profile(SchemaProfile.V2025_3) when all servers are of 2025.03 or later, or leave it out.");
    }
}
