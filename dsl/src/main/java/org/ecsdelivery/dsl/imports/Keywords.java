package org.ecsdelivery.dsl.imports;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that Java keeps for itself. */
final class Keywords {
    private static final Set<String> ALL =
            Set.of(("abstract assert boolean break byte case catch char class const continue default do double"
                            + " else enum extends final finally float for goto if implements import instanceof int interface long native new package"
                            + " private protected public return short static strictfp super switch synchronized this throw throws transient try void"
                            + " volatile while true false null _")
                    .split(" "));
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*");

    private Keywords() {}

    static boolean has(String word) {
        return ALL.contains(word);
    }

    /** Whether a text can be the name of a package. */
    static boolean canBePackage(String name) {
        return Arrays.stream(name.split("\\.", -1))
                .allMatch(each -> NAME.matcher(each).matches() && !has(each));
    }
}
