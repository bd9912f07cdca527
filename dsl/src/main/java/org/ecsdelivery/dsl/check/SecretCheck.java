package org.ecsdelivery.dsl.check;

import java.util.regex.Pattern;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Kind;
import org.ecsdelivery.dsl.model.Params;
import org.ecsdelivery.dsl.xml.Element;

/** Secrets: everybody who reads the repository would read them. What they are never stands in a message. */
final class SecretCheck implements Check {
    private static final Pattern TOKEN = Pattern.compile("credentialsJSON:[\\w-]+|%[^%\\s]+%");
    private static final Pattern SCRAMBLED = Pattern.compile("zxx[0-9a-f]+");

    private static final Pattern PASSWORD = Pattern.compile("\\s*password(\\s.*)?");

    private static final Pattern LOGIN_IN_ADDRESS = Pattern.compile("://[^/@:\\s]*:[^/@%\\s]+@");

    @Override
    public void look(Scene scene) {
        for (Entity entity : scene.tree().entities()) {
            Located.each(entity, (element, place) -> {
                if (element.name().equals("param") && isSecret(element)) {
                    value(entity, element, place, scene);
                } else if (element.name().equals("param") && entity.kind() == Kind.VCS_ROOT) {
                    address(entity, element, place, scene);
                }
            });
        }
    }

    /** A password is easily left in the address that somebody copied. */
    private static void address(Entity root, Element param, Element place, Scene scene) {
        if (LOGIN_IN_ADDRESS.matcher(Params.value(param)).find()) {
            scene.error(
                    Rule.SECRET,
                    root,
                    place,
                    "the address in " + param.attribute("name").orElse("") + " has a password in it",
                    "Remove it from the address, and log in by login(...), uploadedKey(...) or accessToken(...).");
        }
    }

    private static boolean isSecret(Element param) {
        return param.attribute("name").orElse("").startsWith("secure:")
                || PASSWORD.matcher(param.attribute("spec").orElse("")).matches();
    }

    private static void value(Entity entity, Element param, Element place, Scene scene) {
        String value = Params.value(param);
        String name = param.attribute("name").orElse("");
        if (value.isEmpty() || TOKEN.matcher(value).matches()) {
            return;
        }
        String fact = SCRAMBLED.matcher(value).matches()
                ? "the value of " + name + " is scrambled, and anybody can unscramble it"
                : "the value of " + name
                        + " is neither a token nor a reference, so the secret itself would stand in the settings";
        scene.error(
                Rule.SECRET,
                entity,
                place,
                fact,
                "Enter a token (credentialsJSON:..., which TeamCity makes under Versioned Settings, Tokens) or a reference to"
                        + " a password parameter (%deploy.secret%).");
    }
}
