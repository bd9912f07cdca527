package org.ecsdelivery.aws.call;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The environment variables of the build. An agent's own process has neither the credentials that TeamCity hands to the
 * build nor its {@code env.} parameters, so nothing here ever looks at the process.
 *
 * @param variables all of them
 */
public record BuildEnvironment(Map<String, String> variables) {
    /** Nothing at all: what a server knows of a build that has not begun. */
    public static final BuildEnvironment NONE = new BuildEnvironment(Map.of());

    /** Copies the variables. */
    public BuildEnvironment {
        variables = Map.copyOf(variables);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    boolean isOn(String name) {
        return get(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    /** Names the variables only: some of them are secrets. */
    @Override
    public String toString() {
        return "BuildEnvironment" + new TreeSet<>(variables.keySet());
    }

    /** Returns the home directory of the build's user, where the SDK's tools keep their files. */
    Optional<String> home() {
        return get("HOME").or(() -> get("USERPROFILE"));
    }
}
