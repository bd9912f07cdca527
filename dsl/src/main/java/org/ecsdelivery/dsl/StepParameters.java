package org.ecsdelivery.dsl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.parameter.Parameter;

/** The parameters given to one step so far. */
final class StepParameters {
    private static final StepParameters NONE = new StepParameters(Map.of());

    private final Map<String, String> given;

    private StepParameters(Map<String, String> given) {
        this.given = Collections.unmodifiableMap(given);
    }

    static StepParameters none() {
        return NONE;
    }

    /** Sets a parameter of a table; what the step does anyway is left out, for the plugin to decide when it changes. */
    StepParameters with(Parameter parameter, String value) {
        if (parameter.required()) {
            requireSomething(parameter, value);
        } else if (value.isBlank() || value.equals(parameter.defaultValue())) {
            return without(parameter);
        }
        SecretForm.require(parameter.label() + " (" + parameter.name() + ")", parameter.name(), value);
        return put(parameter.name(), value);
    }

    /** Sets a parameter by its raw name. */
    StepParameters with(String name, String value) {
        SecretForm.require(name, name, value);
        return put(name, value);
    }

    /** Adds a {@code NAME=VALUE} line to a parameter. */
    StepParameters withAssignment(Parameter parameter, String name, String value) {
        String lines = given.getOrDefault(parameter.name(), "");
        return put(parameter.name(), Assignments.with(parameter, lines, name, value));
    }

    /** Adds an item to a parameter whose items are separated by commas. */
    StepParameters withItem(Parameter parameter, String item) {
        requireSomething(parameter, item);
        String items = given.getOrDefault(parameter.name(), "");
        return put(parameter.name(), items.isEmpty() ? item : items + ", " + item);
    }

    /** Adds a line to a parameter. */
    StepParameters withLine(Parameter parameter, String line) {
        String lines = given.getOrDefault(parameter.name(), "");
        return put(parameter.name(), lines.isEmpty() ? line : lines + "\n" + line);
    }

    /** Returns the parameters in the order of the table that defines them, and behind them those that it does not know. */
    Map<String, String> inOrderOf(List<Parameter> table) {
        Map<String, String> ordered = new LinkedHashMap<>();
        table.stream()
                .map(Parameter::name)
                .filter(given::containsKey)
                .forEach(name -> ordered.put(name, valueOf(name)));
        given.forEach(ordered::putIfAbsent);
        return Collections.unmodifiableMap(ordered);
    }

    Map<String, String> asGiven() {
        return given;
    }

    private String valueOf(String name) {
        return given.getOrDefault(name, "");
    }

    private StepParameters put(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(given);
        all.put(name, value);
        return new StepParameters(all);
    }

    private StepParameters without(Parameter parameter) {
        Map<String, String> rest = new LinkedHashMap<>(given);
        rest.remove(parameter.name());
        return new StepParameters(rest);
    }

    private static void requireSomething(Parameter parameter, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    parameter.label() + " (" + parameter.name() + "): nothing is given. " + parameter.help());
        }
    }
}
