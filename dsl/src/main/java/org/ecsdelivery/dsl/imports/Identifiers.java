package org.ecsdelivery.dsl.imports;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes names of Java from ids, each once. */
final class Identifiers {
    private final Set<String> taken = new HashSet<>();

    Identifiers(Collection<String> taken) {
        taken.forEach(each -> this.taken.add(each.toLowerCase(Locale.ROOT)));
    }

    /** Returns a name such as {@code webShop} for {@code Web_Shop}. */
    String variable(String id) {
        String words = words(id);
        String name = words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
        return free(allCapitals(words) ? words.toLowerCase(Locale.ROOT) : name);
    }

    /** Returns a name such as {@code WebShop} for {@code web_shop}. */
    String type(String id) {
        String words = words(id);
        return free(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    }

    private static boolean allCapitals(String words) {
        return words.equals(words.toUpperCase(Locale.ROOT));
    }

    private static String words(String id) {
        StringBuilder words = new StringBuilder();
        for (String each : id.split("[^A-Za-z0-9]+")) {
            if (!each.isEmpty()) {
                words.append(each.substring(0, 1).toUpperCase(Locale.ROOT)).append(each.substring(1));
            }
        }
        boolean begins = words.length() > 0 && Character.isLetter(words.charAt(0));
        return begins ? words.toString() : "It" + words;
    }

    /** Files of names that differ only in their case are one file for some systems. */
    private String free(String wanted) {
        String name = wanted;
        for (int number = 2; Keywords.has(name) || !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = wanted + number;
        }
        return name;
    }
}
