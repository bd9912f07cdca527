package org.ecsdelivery.common.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads typed values out of a parameter map and keeps every problem it meets, so that a user sees all of them at once.
 * Blank values count as not given. One reader serves one map.
 */
public final class ParameterReader {
    private final Map<String, String> given;
    private final References references;
    private final List<InvalidParameter> problems = new ArrayList<>();
    private final List<String> deferred = new ArrayList<>();

    /** Makes a reader of the map TeamCity hands over. */
    public ParameterReader(Map<String, String> given, References references) {
        this.given = given;
        this.references = references;
    }

    /**
     * Reads a value; a required one that is missing becomes a problem.
     *
     * @param parse makes the type; an {@link IllegalArgumentException} of it becomes the problem
     */
    public <T> Optional<T> optional(Parameter parameter, Function<String, T> parse) {
        String text = textOf(parameter);
        if (text.isEmpty()) {
            requireIfRequired(parameter);
            return Optional.empty();
        }
        if (references.defers(text)) {
            deferred.add(parameter.name());
            return Optional.empty();
        }
        return parsed(parameter, text, parse);
    }

    /** Returns a value that is no setting of the table: one half of the plugin hands it to the other. */
    public Optional<String> unlisted(String name) {
        return Optional.ofNullable(given.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Reads an on/off value; when it is missing the table's default counts. */
    public boolean flag(Parameter parameter) {
        return optional(parameter, ParameterReader::parseFlag).orElse(Boolean.parseBoolean(parameter.defaultValue()));
    }

    /** Tells whether a value was given, resolved or not. */
    public boolean has(Parameter parameter) {
        return !textOf(parameter).isEmpty();
    }

    /** Tells whether a value was read that only a build can resolve. */
    public boolean isDeferred(Parameter parameter) {
        return deferred.contains(parameter.name());
    }

    /** Adds a problem that concerns more than one parameter. */
    public void reject(Parameter parameter, String problem, String remedy) {
        problems.add(new InvalidParameter(parameter, problem, remedy));
    }

    /** Returns the settings, or all the problems, or what must wait for a build. */
    public <S> Parsed<S> finish(Supplier<S> settings) {
        if (!problems.isEmpty()) {
            return new Parsed.Invalid<>(problems);
        }
        return deferred.isEmpty() ? new Parsed.Valid<>(settings.get()) : new Parsed.Deferred<>(deferred);
    }

    private String textOf(Parameter parameter) {
        String text = given.get(parameter.name());
        return text == null ? "" : text.strip();
    }

    private void requireIfRequired(Parameter parameter) {
        if (parameter.required()) {
            reject(parameter, "nothing is given", parameter.help());
        }
    }

    private <T> Optional<T> parsed(Parameter parameter, String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException refused) {
            reject(parameter, String.valueOf(refused.getMessage()), parameter.help());
            return Optional.empty();
        }
    }

    private static boolean parseFlag(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new IllegalArgumentException("'" + text + "' is neither true nor false");
    }
}
