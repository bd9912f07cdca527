package org.ecsdelivery.engine.envfile.dialect;

import java.util.regex.Pattern;

/** The forms of names that consumers take. */
final class Names {
    private static final Pattern DOTTED = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private Names() {}

    /** Lets through what every reader of NAME=value lines takes for a name, although no shell does. */
    static void dotted(String name) {
        if (!DOTTED.matcher(name).matches()) {
            throw new Inexpressible(
                    "the name must begin with a letter or _ and have only letters, digits, _ . - in it", "rename it");
        }
    }

    /** Lets through what a shell takes for a name. */
    static void identifier(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new Inexpressible(
                    "the name must begin with a letter or _ and have only letters, digits and _ in it", "rename it");
        }
    }

    /** Lets through what is a name of an object's own property in JavaScript. */
    static void property(String name) {
        dotted(name);
        if (name.equals("__proto__")) {
            throw new Inexpressible("JavaScript does not take the name for a property's", "rename it");
        }
    }
}
