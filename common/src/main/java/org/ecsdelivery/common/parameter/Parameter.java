package org.ecsdelivery.common.parameter;

import java.util.List;

/**
 * One setting of a step as TeamCity stores it: the settings page, the parser, the DSL and the documentation all read this table.
 *
 * @param name the key in the step's parameter map; secrets start with {@code secure:} so that TeamCity encrypts and masks them
 *     (TeamCity plugin documentation, "Secured parameters")
 * @param label what the settings page calls it, and what messages to the user call it
 * @param help why one would change it
 * @param kind how it is written
 * @param required whether the step cannot run without it
 * @param advanced whether the settings page hides it behind "Show advanced options"
 * @param defaultValue what a new step starts with, empty for nothing
 * @param choices the accepted values of a {@link Kind#CHOICE}
 */
public record Parameter(
        String name,
        String label,
        String help,
        Kind kind,
        boolean required,
        boolean advanced,
        String defaultValue,
        List<String> choices) {

    /** How a parameter is written. */
    public enum Kind {
        /** One line of text. */
        TEXT,
        /** Several lines of text. */
        LINES,
        /** {@code true} or {@code false}. */
        FLAG,
        /** A whole number. */
        NUMBER,
        /** One of {@link Parameter#choices()}. */
        CHOICE,
        /** A secret, never shown again. */
        SECRET
    }

    /** Copies the choices. */
    public Parameter {
        choices = List.copyOf(choices);
    }

    /** Returns an optional one-line parameter without a default. */
    public static Parameter text(String name, String label, String help) {
        return of(Kind.TEXT, name, label, help);
    }

    /** Returns an optional parameter of several lines. */
    public static Parameter lines(String name, String label, String help) {
        return of(Kind.LINES, name, label, help);
    }

    /** Returns an optional secret; its name must start with {@code secure:}. */
    public static Parameter secret(String name, String label, String help) {
        return of(Kind.SECRET, name, label, help);
    }

    /** Returns an on/off parameter with its default. */
    public static Parameter flag(String name, String label, String help, boolean on) {
        return of(Kind.FLAG, name, label, help).withDefault(Boolean.toString(on));
    }

    /** Returns a whole-number parameter with its default. */
    public static Parameter number(String name, String label, String help, int defaultValue) {
        return of(Kind.NUMBER, name, label, help).withDefault(Integer.toString(defaultValue));
    }

    /** Returns a parameter that takes one of the choices; the first one is the default. */
    public static Parameter choice(String name, String label, String help, List<String> choices) {
        return new Parameter(name, label, help, Kind.CHOICE, false, false, choices.get(0), choices);
    }

    private static Parameter of(Kind kind, String name, String label, String help) {
        return new Parameter(name, label, help, kind, false, false, "", List.of());
    }

    /** Returns this parameter, without which the step cannot run. */
    public Parameter whichIsRequired() {
        return new Parameter(name, label, help, kind, true, advanced, defaultValue, choices);
    }

    /** Returns this parameter behind "Show advanced options". */
    public Parameter amongAdvanced() {
        return new Parameter(name, label, help, kind, required, true, defaultValue, choices);
    }

    /** Returns this parameter with another default. */
    public Parameter withDefault(String value) {
        return new Parameter(name, label, help, kind, required, advanced, value, choices);
    }
}
