package org.ecsdelivery.dsl.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Entry;
import org.ecsdelivery.dsl.model.Kind;

/** Connections that features name: they must be of the same project or of one above. */
final class ConnectionCheck implements Check {
    private static final List<String> PARAMETERS = List.of("awsConnectionId", "login2registry");

    @Override
    public void look(Scene scene) {
        scene.configurations().forEach(each -> entries(each.entries("build-extensions"), scene));
        scene.tree().entities(Kind.PROJECT).forEach(each -> entries(each.entries("project-extensions"), scene));
    }

    private static void entries(List<Entry> entries, Scene scene) {
        for (Entry entry : entries) {
            PARAMETERS.stream()
                    .flatMap(name ->
                            Stream.of(entry.parameters().getOrDefault(name, "").split(",", -1)))
                    .map(String::strip)
                    .filter(id -> !id.isEmpty() && !scene.isOutside(id))
                    .forEach(id -> connection(id, entry, scene));
        }
    }

    private static void connection(String id, Entry entry, Scene scene) {
        Entity owner = entry.owner();
        Set<String> known = scene.line(owner.project()).stream()
                .flatMap(each -> each.entries("project-extensions").stream())
                .filter(each -> each.type().equals("OAuthProvider"))
                .map(Entry::id)
                .collect(Collectors.toSet());
        if (!known.contains(id)) {
            scene.error(
                    Rule.REFERENCE,
                    entry,
                    "neither project " + owner.project() + " nor one above it has a connection '" + id + "'",
                    "Correct the id, or say that other settings define it: External.connection(\"" + id + "\").");
        }
    }
}
