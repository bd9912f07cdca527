package org.ecsdelivery.dsl.check;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Kind;

/** Ids: their form, that each is there once, and that they begin with the project's. */
final class IdCheck implements Check {
    private static final int LONGEST = 225;
    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    @Override
    public void look(Scene scene) {
        Map<String, Entity> taken = new HashMap<>();
        for (Entity each : scene.tree().entities()) {
            form(each, scene);
            unique(each, taken, scene);
            prefix(each, scene);
        }
    }

    private static void form(Entity entity, Scene scene) {
        String id = entity.id();
        if (!FORM.matcher(id).matches()) {
            scene.error(
                    Rule.ID_FORM,
                    entity,
                    entity.root(),
                    "the id '" + id + "' is none that TeamCity takes",
                    "Begin with a Latin letter, and use Latin letters, digits and underscores.");
        } else if (id.length() > LONGEST) {
            scene.error(
                    Rule.ID_FORM,
                    entity,
                    entity.root(),
                    "the id has " + id.length() + " characters",
                    "Use at most " + LONGEST + ".");
        }
    }

    /** Build configurations and templates lie in one directory; some file systems do not tell letters by their case. */
    private static void unique(Entity entity, Map<String, Entity> taken, Scene scene) {
        String space =
                entity.isConfiguration() ? "configuration" : entity.kind().noun();
        Entity other = taken.putIfAbsent(space + " " + entity.id().toLowerCase(Locale.ROOT), entity);
        if (other != null) {
            scene.error(
                    Rule.ID_UNIQUE,
                    entity,
                    entity.root(),
                    "the id '" + entity.id() + "' is that of " + other.title()
                            + (other.origin().isKnown() ? " (" + other.origin() + ")" : "") + " too",
                    "Give one of them another id; the case of letters makes no difference.");
        }
    }

    private static void prefix(Entity entity, Scene scene) {
        String prefix = (entity.kind() == Kind.PROJECT ? entity.parent() : entity.project()) + "_";
        if (prefix.length() > 1 && !prefix.equals("_Root_") && !entity.id().startsWith(prefix)) {
            scene.warning(
                    Rule.ID_PREFIX,
                    entity,
                    entity.root(),
                    "the id does not begin with " + prefix,
                    "Let it, unless it has had another one before: TeamCity's own tools expect it.");
        }
    }
}
