package org.ecsdelivery.dsl.classic;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.ecsdelivery.dsl.classic.Word.Piece;

/** What variables of a shell hold, as far as the script and the build configuration tell. */
final class Variables {
    private static final Map<String, String> OF_BUILDS =
            Map.of("BUILD_NUMBER", "%build.number%", "BUILD_VCS_NUMBER", "%build.vcs.number%");

    private final Map<String, String> values = new HashMap<>();
    private final Predicate<String> parameters;

    /** Takes what tells whether the build has a parameter of a name. */
    Variables(Predicate<String> parameters) {
        this.parameters = parameters;
    }

    void assign(String name, String value) {
        values.put(name, value);
    }

    /** Notes that only the shell knows the value from here on. */
    void forget(String name) {
        values.put(name, "\0");
    }

    /** Tells whether only the shell knows the value. */
    Set<String> unknown() {
        return values.keySet().stream()
                .filter(each -> values.getOrDefault(each, "").equals("\0"))
                .collect(java.util.stream.Collectors.toSet());
    }

    /**
     * Returns a word as the command gets it.
     *
     * @throws Refusal when only a shell can tell
     */
    String text(Word word) {
        StringBuilder text = new StringBuilder();
        word.pieces().forEach(piece -> text.append(text(piece)));
        return text.toString();
    }

    private String text(Piece piece) {
        return switch (piece.kind()) {
            case TEXT -> piece.text();
            case VARIABLE -> value(piece);
            case OUTPUT -> throw new Refusal("the output of a command stands in it");
            case OPAQUE -> throw new Refusal(piece.text() + " in it is only known to the shell");
        };
    }

    private String value(Piece piece) {
        String value = named(piece.text());
        if (!piece.quoted()
                && value.replaceAll("%[^%\\s]+%", "").matches("(?s).*[\\s*?\\[].*|")
                && !value.startsWith("%")) {
            throw new Refusal("the value of $" + piece.text() + " is more or less than one word, without quotes");
        }
        return value;
    }

    /** Returns the value of a variable of the environment. */
    String named(String name) {
        String value = values.get(name);
        if (value != null && value.equals("\0")) {
            throw new Refusal("the value of $" + name + " is only known to the shell");
        }
        if (value != null) {
            return value;
        }
        if (parameters.test("env." + name)) {
            return "%env." + name + "%";
        }
        if (OF_BUILDS.containsKey(name)) {
            return OF_BUILDS.getOrDefault(name, "");
        }
        throw new Refusal("$" + name + " is neither set in the script nor a parameter env." + name
                + " of the build configuration");
    }
}
