package org.ecsdelivery.dsl.check;

import java.util.HashMap;
import java.util.Map;
import org.ecsdelivery.dsl.model.Entity;

/** Uuids: a server refuses settings in which two things have the same. */
final class UuidCheck implements Check {
    @Override
    public void look(Scene scene) {
        Map<String, Entity> taken = new HashMap<>();
        for (Entity each : scene.tree().entities()) {
            each.uuid().ifPresent(uuid -> {
                Entity other = taken.putIfAbsent(uuid, each);
                if (other != null) {
                    scene.error(
                            Rule.UUID,
                            each,
                            each.root(),
                            "its uuid " + uuid + " is that of " + other.title() + " too",
                            "Remove the attribute from the copy; the server gives it one of its own.");
                }
            });
        }
    }
}
