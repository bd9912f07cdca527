package org.ecsdelivery.dsl.testing;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.dsl.model.Effective;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Params;
import org.ecsdelivery.dsl.model.SettingsTree;
import org.jspecify.annotations.Nullable;

/** Looks up what stands between percent signs; what only a build knows stays as it is written. */
final class References {
    private static final Pattern REFERENCE = Pattern.compile("%%|%([^%\\s]+)%");

    private final Map<String, String> values;

    private References(Map<String, String> values) {
        this.values = values;
    }

    /** The nearest wins: the configuration, its templates, its project, those above. */
    static References of(Effective effective, SettingsTree tree) {
        Map<String, String> values = new TreeMap<>();
        effective.params().forEach((name, param) -> values.put(name, Params.value(param)));
        Set<String> seen = new HashSet<>();
        Optional<Entity> project = tree.project(effective.entity().project());
        while (project.isPresent() && seen.add(project.get().id())) {
            project.get()
                    .params()
                    .forEach(each -> values.putIfAbsent(each.attribute("name").orElse(""), Params.value(each)));
            project = tree.project(project.get().parent());
        }
        return new References(values);
    }

    Map<String, String> values() {
        return values;
    }

    void require(String title, Map<String, String> found, String name, String wanted) {
        String written = found.get(name);
        if (written == null) {
            throw new AssertionError(title + " is not set, but these are: " + found.keySet());
        }
        String resolved = resolve(written, Set.of());
        if (!written.equals(wanted) && !resolved.equals(wanted)) {
            String reference = written.equals(resolved) ? "" : " (written as '" + written + "')";
            throw new AssertionError(title + " is '" + resolved + "'" + reference + ", not '" + wanted + "'");
        }
    }

    /** A reference inside itself stays as it is written. */
    private String resolve(String text, Set<String> above) {
        return REFERENCE
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(value(match.group(), match.group(1), above)));
    }

    private String value(String reference, @Nullable String name, Set<String> above) {
        if (name == null) {
            return "%";
        }
        String value = values.get(name);
        if (value == null || above.contains(name)) {
            return reference;
        }
        Set<String> here = new HashSet<>(above);
        here.add(name);
        return resolve(value, here);
    }
}
