package org.ecsdelivery.engine.envfile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.engine.failure.FailureKind;

/**
 * The variables that count when several sources have one of the same name.
 *
 * @param variables one for each name: those of the template in its order, then the others in the order of the sources
 * @param shadowed what does not count
 */
public record EnvMerge(List<EnvVariable> variables, List<Shadowed> shadowed) {

    /** Copies the lists. */
    public EnvMerge {
        variables = List.copyOf(variables);
        shadowed = List.copyOf(shadowed);
    }

    /**
     * A variable that another source overrules.
     *
     * @param name its name
     * @param origin the source that does not count
     * @param by the source that counts
     */
    public record Shadowed(String name, EnvOrigin origin, EnvOrigin by) {}

    /**
     * Merges sources.
     *
     * @param given the variables of all sources but the template, in the order of the sources: a later one counts
     * @param template the template, whose defaults count only when no source has the name
     * @param required the names that must have a value
     * @throws EnvFileRefused when a required name has no value; it names every one
     */
    public static EnvMerge of(List<EnvVariable> given, Optional<EnvTemplate> template, Collection<String> required) {
        Map<String, EnvVariable> counting = new LinkedHashMap<>();
        List<Shadowed> shadowed = new ArrayList<>();
        for (EnvVariable each : given) {
            EnvVariable before = counting.put(each.name(), each);
            if (before != null) {
                shadowed.add(new Shadowed(each.name(), before.origin(), each.origin()));
            }
        }
        TemplateFill fill = new TemplateFill(counting, template);
        Map<String, EnvVariable> all = new LinkedHashMap<>();
        template.ifPresent(known ->
                known.names().forEach(name -> fill.variable(name).ifPresent(found -> all.put(name, found))));
        counting.forEach(all::putIfAbsent);
        complete(all, fill, required);
        return new EnvMerge(List.copyOf(all.values()), shadowed);
    }

    private static void complete(Map<String, EnvVariable> all, TemplateFill fill, Collection<String> required) {
        Map<String, EnvProblem> missing = new LinkedHashMap<>(fill.missing());
        Set<String> names = new LinkedHashSet<>(required);
        for (String name : names) {
            EnvVariable found = all.get(name);
            if (found == null || found.value().isEmpty()) {
                missing.putIfAbsent(
                        name,
                        new EnvProblem(
                                name,
                                found == null
                                        ? "no source has it"
                                        : "it is empty in " + found.origin().words(),
                                ""));
            }
        }
        if (!missing.isEmpty()) {
            throw new EnvFileRefused(
                    FailureKind.ENV_FILE_INCOMPLETE,
                    missing.size() == 1
                            ? "1 variable that the env file must have is missing"
                            : missing.size() + " variables that the env file must have are missing",
                    List.copyOf(missing.values()),
                    "Add a build parameter, or another source, for each.");
        }
    }
}
