package org.ecsdelivery.sandbox.teamcity;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import jetbrains.buildServer.agent.BuildParametersMap;
import jetbrains.buildServer.agent.Constants;

/** The parameters of a build or of a step: one set of names, whose prefix says what each one is. */
final class BuildParameters {
    private final Map<String, String> values = new ConcurrentSkipListMap<>();

    BuildParameters copy() {
        BuildParameters copy = new BuildParameters();
        copy.values.putAll(values);
        return copy;
    }

    void set(String name, String value) {
        values.put(name, value);
    }

    void setAll(Map<String, String> more) {
        values.putAll(more);
    }

    void setEnvironment(Map<String, String> variables) {
        variables.forEach((name, value) -> set(Constants.ENV_PREFIX + name, value));
    }

    boolean remove(String name) {
        return values.remove(name) != null;
    }

    /** Returns all parameters, unresolved, with their prefixes. */
    Map<String, String> all() {
        return new TreeMap<>(values);
    }

    References references() {
        return new References(all());
    }

    Map<String, String> resolvedConfiguration() {
        Map<String, String> resolved = resolved();
        resolved.keySet().removeIf(BuildParameters::hasPrefix);
        return resolved;
    }

    BuildParametersMap resolvedBuildParameters() {
        Map<String, String> resolved = resolved();
        resolved.keySet().removeIf(name -> !hasPrefix(name));
        return new Resolved(resolved);
    }

    Map<String, String> resolved() {
        return new TreeMap<>(references().resolve(all()));
    }

    private static boolean hasPrefix(String name) {
        return name.startsWith(Constants.ENV_PREFIX) || name.startsWith(Constants.SYSTEM_PREFIX);
    }

    private record Resolved(Map<String, String> all) implements BuildParametersMap {
        @Override
        public Map<String, String> getEnvironmentVariables() {
            return without(Constants.ENV_PREFIX);
        }

        @Override
        public Map<String, String> getSystemProperties() {
            return without(Constants.SYSTEM_PREFIX);
        }

        @Override
        public Map<String, String> getAllParameters() {
            return Map.copyOf(all);
        }

        private Map<String, String> without(String prefix) {
            Map<String, String> found = new TreeMap<>();
            all.forEach((name, value) -> {
                if (name.startsWith(prefix)) {
                    found.put(name.substring(prefix.length()), value);
                }
            });
            return Map.copyOf(found);
        }
    }
}
