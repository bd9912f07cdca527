package org.ecsdelivery.sandbox.teamcity;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jetbrains.buildServer.parameters.ParametersProvider;
import jetbrains.buildServer.parameters.ProcessingResult;
import jetbrains.buildServer.parameters.ValueResolver;
import org.jspecify.annotations.Nullable;

/** Resolves {@code %name%}, also inside the values found; {@code %%} stands for a percent sign. */
public final class References implements ValueResolver, ParametersProvider {
    private static final Pattern REFERENCE = Pattern.compile("%%|%([A-Za-z][A-Za-z0-9_.:*-]*)%");

    private final Map<String, String> values;

    /** Makes a resolver that knows these values. */
    public References(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    @Override
    public ProcessingResult resolve(String value) {
        Set<String> missing = new LinkedHashSet<>();
        String result = expand(value, Set.of(), missing);
        return new Result(result, !result.equals(value), missing.isEmpty());
    }

    @Override
    public Map<String, String> resolve(Map<String, String> parameters) {
        Map<String, String> resolved = new LinkedHashMap<>();
        parameters.forEach((name, value) -> resolved.put(name, resolve(value).getResult()));
        return resolved;
    }

    /** Returns the names a text refers to and that have no value, or one that refers to itself. */
    Set<String> missing(String text) {
        Set<String> missing = new LinkedHashSet<>();
        expand(text, Set.of(), missing);
        return missing;
    }

    @Override
    public @Nullable String get(String key) {
        String value = values.get(key);
        return value == null ? null : resolve(value).getResult();
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public Map<String, String> getAll() {
        return resolve(values);
    }

    private String expand(String text, Set<String> inside, Set<String> missing) {
        Matcher matcher = REFERENCE.matcher(text);
        return matcher.replaceAll(match -> {
            String name = match.group(1);
            return Matcher.quoteReplacement(name == null ? "%" : value(name, inside, missing));
        });
    }

    private String value(String name, Set<String> inside, Set<String> missing) {
        String value = values.get(name);
        if (value == null || inside.contains(name)) {
            missing.add(name);
            return "%" + name + "%";
        }
        Set<String> deeper = new LinkedHashSet<>(inside);
        deeper.add(name);
        return expand(value, deeper, missing);
    }

    private record Result(String text, boolean modified, boolean fullyResolved) implements ProcessingResult {
        @Override
        public boolean isModified() {
            return modified;
        }

        @Override
        public String getResult() {
            return text;
        }

        @Override
        public boolean isFullyResolved() {
            return fullyResolved;
        }
    }
}
