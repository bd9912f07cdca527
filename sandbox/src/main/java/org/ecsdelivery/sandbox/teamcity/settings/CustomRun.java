package org.ecsdelivery.sandbox.teamcity.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;

/**
 * What a person enters who runs a build, and what a server has that no settings tell.
 *
 * @param inputs of the first build of the chain; the others get the ids after it
 * @param checkoutDirectory where the sources are; nothing is checked out
 * @param emptyDirectory where builds run that check nothing out
 * @param parameters which win over those of the settings; {@code reverse.dep.ID.name} is one of a build before this one, and {@code *}
 *     in place of the id means all of them
 * @param connections the parameters that builds with the credentials of an AWS connection get, by the connection's id
 */
public record CustomRun(
        BuildInputs inputs,
        Path checkoutDirectory,
        Path emptyDirectory,
        Map<String, String> parameters,
        Map<String, Map<String, String>> connections) {
    private static final String REVERSE = "reverse.dep.";

    /** Keeps copies of the maps. */
    public CustomRun {
        parameters = Map.copyOf(parameters);
        connections = Map.copyOf(connections);
    }

    /** Makes a run without parameters and connections. */
    public static CustomRun of(BuildInputs inputs, Path checkoutDirectory, Path emptyDirectory) {
        return new CustomRun(inputs, checkoutDirectory, emptyDirectory, Map.of(), Map.of());
    }

    /** Returns this run with one more parameter. */
    public CustomRun with(String name, String value) {
        Map<String, String> more = new HashMap<>(parameters);
        more.put(name, value);
        return new CustomRun(inputs, checkoutDirectory, emptyDirectory, more, connections);
    }

    /** Returns this run on a server that knows the credentials of one more AWS connection. */
    public CustomRun withConnection(String id, Map<String, String> provided) {
        Map<String, Map<String, String>> more = new HashMap<>(connections);
        more.put(id, Map.copyOf(provided));
        return new CustomRun(inputs, checkoutDirectory, emptyDirectory, parameters, more);
    }

    /** Returns the parameters of the build that is run. */
    Map<String, String> own() {
        Map<String, String> own = new TreeMap<>(parameters);
        own.keySet().removeIf(name -> name.startsWith(REVERSE));
        return own;
    }

    /** Returns the parameters of a build before it; what names the build wins. */
    Map<String, String> ofDependency(String id) {
        Map<String, String> all = reversed("*.");
        all.putAll(reversed(id + "."));
        return all;
    }

    private Map<String, String> reversed(String whose) {
        String beginning = REVERSE + whose;
        Map<String, String> found = new TreeMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(beginning)) {
                found.put(name.substring(beginning.length()), value);
            }
        });
        return found;
    }
}
