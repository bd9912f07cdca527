package org.ecsdelivery.common.parameter;

/**
 * One thing that is wrong with the parameters of a step.
 *
 * @param parameter the parameter to change
 * @param problem what is wrong, with the value given, never with a secret
 * @param remedy what to enter instead
 */
public record InvalidParameter(Parameter parameter, String problem, String remedy) {

    /** Returns the sentence for the settings page, which stands beside the field. */
    public String besideField() {
        return capitalised(problem) + ". " + remedy;
    }

    /** Returns the sentence for the build log, which must name the field itself. */
    public String sentence() {
        return parameter.label() + " (" + parameter.name() + "): " + problem + ". " + remedy;
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
