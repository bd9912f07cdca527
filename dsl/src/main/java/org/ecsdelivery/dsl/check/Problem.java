package org.ecsdelivery.dsl.check;

import org.ecsdelivery.dsl.xml.Origin;

/**
 * One thing that is wrong.
 *
 * @param rule what it breaks
 * @param severity how bad it is
 * @param origin the line that caused it
 * @param subject what it is wrong with
 * @param fact what is wrong, with the value; never a secret
 * @param remedy what to do
 */
public record Problem(Rule rule, Severity severity, Origin origin, String subject, String fact, String remedy) {
    /** Returns the whole sentence, with the line first, as compilers do it. */
    @Override
    public String toString() {
        String where = origin.isKnown() ? origin + ": " : "";
        String word = severity == Severity.WARNING ? "warning " : "";
        return where + word + rule.code() + " " + subject + ": " + fact + ". " + remedy;
    }
}
