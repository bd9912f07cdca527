package org.ecsdelivery.server;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jetbrains.buildServer.serverSide.InvalidProperty;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parameter;

/** What steps and build features tell TeamCity of their parameters, all of it taken from the shared table. */
final class SettingsTable {
    private SettingsTable() {}

    /** Puts each problem beside its field. */
    static Collection<InvalidProperty> refused(List<InvalidParameter> problems) {
        return problems.stream()
                .map(problem -> new InvalidProperty(problem.parameter().name(), problem.besideField()))
                .toList();
    }

    /** Returns what a new step or feature starts with. */
    static Map<String, String> defaults(List<Parameter> table) {
        return table.stream()
                .filter(parameter -> !parameter.defaultValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Parameter::name, Parameter::defaultValue));
    }

    /** Returns the value given, else the default, else a placeholder that names what is missing. */
    static String shown(Map<String, String> given, Parameter parameter) {
        String text = given.get(parameter.name());
        if (text != null && !text.isBlank()) {
            return text.strip();
        }
        return parameter.defaultValue().isEmpty() ? "(no " + parameter.label() + ")" : parameter.defaultValue();
    }

    /** Returns the lines of a value that hold something. */
    static List<String> lines(Map<String, String> given, Parameter parameter) {
        return given.getOrDefault(parameter.name(), "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
