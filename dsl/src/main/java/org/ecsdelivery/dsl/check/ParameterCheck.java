package org.ecsdelivery.dsl.check;

import java.util.regex.Pattern;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Kind;
import org.ecsdelivery.dsl.xml.Element;

/** Names of parameters. */
final class ParameterCheck implements Check {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._*-]*");
    private static final Pattern VARIABLE = Pattern.compile("env\\.[A-Za-z_][A-Za-z0-9_]*");

    @Override
    public void look(Scene scene) {
        for (Entity entity : scene.tree().entities()) {
            if (entity.kind() == Kind.PROJECT || entity.isConfiguration()) {
                entity.params().forEach(each -> name(entity, each, scene));
            }
        }
    }

    private static void name(Entity entity, Element param, Scene scene) {
        String name = param.attribute("name").orElse("");
        if (!NAME.matcher(name).matches()) {
            scene.error(
                    Rule.PARAMETER,
                    entity,
                    param,
                    "'" + name + "' is no name that TeamCity takes for a parameter",
                    "Begin with a Latin letter, and use Latin letters, digits and . _ - *.");
        } else if (name.startsWith("env.") && !VARIABLE.matcher(name).matches()) {
            scene.warning(
                    Rule.PARAMETER,
                    entity,
                    param,
                    "'" + name + "' becomes an environment variable that no shell can read",
                    "Use letters, digits and underscores behind env., or another beginning than env.");
        }
    }
}
