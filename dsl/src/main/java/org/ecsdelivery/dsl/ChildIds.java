package org.ecsdelivery.dsl;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Gives ids to what has none, by its type; never one that a template has given, since that would replace the template's. */
final class ChildIds {
    private final Set<String> taken = new HashSet<>();

    ChildIds(Collection<String> given) {
        taken.addAll(given);
    }

    /** Returns the id that was given, or one like those that TeamCity makes: {@code simpleRunner}, {@code simpleRunner_1}. */
    String of(Setting setting) {
        if (!setting.id().isEmpty()) {
            return setting.id();
        }
        String base = setting.type().replaceAll("[^A-Za-z0-9_]", "_");
        return taken.add(base) ? base : numbered(base + "_");
    }

    /** Returns the id that was given, or the next of a series such as {@code RQ_1}. */
    String of(String given, String series) {
        return given.isEmpty() ? numbered(series) : given;
    }

    private String numbered(String series) {
        int number = 1;
        while (!taken.add(series + number)) {
            number++;
        }
        return series + number;
    }
}
