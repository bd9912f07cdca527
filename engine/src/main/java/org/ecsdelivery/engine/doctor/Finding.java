package org.ecsdelivery.engine.doctor;

/**
 * Something that is wrong with a pipeline.
 *
 * @param rule the id of the rule that it breaks
 * @param severity how bad that is
 * @param resource what it is about
 * @param value what was found there
 * @param why why that matters
 * @param fix the command, or the line of a template, that mends it
 */
public record Finding(String rule, Severity severity, String resource, String value, String why, String fix) {
    /** Says all of it. */
    public String sentence() {
        return severity + " " + rule + ": " + resource + ": " + value + ". " + why + ". Fix: " + fix;
    }
}
