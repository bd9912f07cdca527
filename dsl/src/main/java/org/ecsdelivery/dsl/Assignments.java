package org.ecsdelivery.dsl;

import org.ecsdelivery.common.parameter.Parameter;

/** Parameters of {@code NAME=VALUE} lines, as the plugin reads them. */
final class Assignments {
    private Assignments() {}

    /** Adds a line. Values may be confidential, so that no message quotes one. */
    static String with(Parameter parameter, String lines, String name, String value) {
        refuse(parameter, name.isBlank() || name.contains("="), "'" + name + "' cannot stand before the equals sign");
        refuse(
                parameter,
                isSplit(name) || isSplit(value),
                "the value of " + firstLine(name) + " has a line end, where the next assignment would start");
        refuse(
                parameter,
                lines.lines().anyMatch(line -> line.startsWith(name.strip() + "=")),
                "'" + name + "' is given twice");
        return (lines.isEmpty() ? "" : lines + "\n") + name.strip() + "=" + value;
    }

    private static void refuse(Parameter parameter, boolean wrong, String problem) {
        if (wrong) {
            throw new IllegalArgumentException(parameter.label() + " (" + parameter.name() + "): " + problem);
        }
    }

    private static boolean isSplit(String text) {
        return text.contains("\n") || text.contains("\r");
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
