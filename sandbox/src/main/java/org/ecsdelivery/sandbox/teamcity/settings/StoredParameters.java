package org.ecsdelivery.sandbox.teamcity.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ecsdelivery.dsl.model.Effective;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Params;
import org.ecsdelivery.dsl.model.SettingsTree;
import org.ecsdelivery.dsl.xml.Element;

/**
 * The parameters of a build configuration; the nearest of a name wins.
 *
 * @param values by name
 * @param passwords the names of those that hold secrets
 * @param checksOut whether there are sources
 */
record StoredParameters(Map<String, String> values, Set<String> passwords, boolean checksOut) {
    private static final String SECURE = "secure:";

    static StoredParameters of(Effective effective, SettingsTree tree) {
        Map<String, Element> params = new TreeMap<>(effective.params());
        Set<String> seen = new HashSet<>();
        Optional<Entity> project = tree.project(effective.entity().project());
        while (project.isPresent() && seen.add(project.get().id())) {
            project.get().params().forEach(each -> params.putIfAbsent(name(each), each));
            project = tree.project(project.get().parent());
        }
        List<Entity> roots = roots(effective, tree);
        Map<String, String> values = sources(roots);
        Set<String> passwords = new TreeSet<>();
        params.forEach((name, param) -> {
            values.put(name, Params.value(param));
            if (param.attribute("spec").orElse("").startsWith("password")) {
                passwords.add(name);
            }
        });
        return new StoredParameters(values, passwords, !roots.isEmpty());
    }

    private static List<Entity> roots(Effective effective, SettingsTree tree) {
        return Stream.concat(effective.templates().stream(), Stream.of(effective.entity()))
                .flatMap(each -> each.entries("vcs-settings").stream())
                .flatMap(each -> each.element().attribute("root-id").stream())
                .distinct()
                .flatMap(id -> tree.vcsRoot(id).stream())
                .toList();
    }

    /** With one VCS root its id may be left out of the names. */
    private static Map<String, String> sources(List<Entity> roots) {
        Map<String, String> values = new TreeMap<>();
        for (Entity root : roots) {
            root.params().stream()
                    .filter(each -> !name(each).startsWith(SECURE))
                    .forEach(each -> {
                        values.put("vcsroot." + root.id() + "." + name(each), Params.value(each));
                        if (roots.size() == 1) {
                            values.put("vcsroot." + name(each), Params.value(each));
                        }
                    });
        }
        return values;
    }

    private static String name(Element param) {
        return param.attribute("name").orElse("");
    }
}
