package org.ecsdelivery.dsl;

/**
 * What must hold for an agent to run a build, or for a build to run a step.
 *
 * @param id by which a derived configuration replaces a requirement; empty to have one made, and for a step's condition
 * @param operator how it is compared
 * @param parameter the name of the parameter, without percent signs
 * @param value what it is compared with; empty where the operator takes none
 */
public record Condition(String id, Operator operator, String parameter, String value) {
    /** Returns a condition that compares. */
    public static Condition of(Operator operator, String parameter, String value) {
        return new Condition("", operator, parameter, value);
    }

    /** Returns the condition that a parameter is there. */
    public static Condition exists(String parameter) {
        return of(Operator.EXISTS, parameter, "");
    }

    /** Returns the condition that a parameter is not there. */
    public static Condition doesNotExist(String parameter) {
        return of(Operator.NOT_EXISTS, parameter, "");
    }

    /** Returns the condition that a parameter has a value. */
    public static Condition is(String parameter, String value) {
        return of(Operator.EQUALS, parameter, value);
    }

    /** Returns the condition that a parameter has another value. */
    public static Condition isNot(String parameter, String value) {
        return of(Operator.DOES_NOT_EQUAL, parameter, value);
    }

    /** Returns the condition that a parameter has a text somewhere inside. */
    public static Condition contains(String parameter, String part) {
        return of(Operator.CONTAINS, parameter, part);
    }

    /** Returns the condition that a parameter begins with a text. */
    public static Condition startsWith(String parameter, String beginning) {
        return of(Operator.STARTS_WITH, parameter, beginning);
    }

    /** Returns the condition that a Java regular expression matches a parameter. */
    public static Condition matches(String parameter, String pattern) {
        return of(Operator.MATCHES, parameter, pattern);
    }

    /** Returns the condition that the build is of the default branch. */
    public static Condition ofDefaultBranch() {
        return is("teamcity.build.branch.is_default", "true");
    }

    /** Returns this condition under an id. */
    public Condition id(String newId) {
        return new Condition(newId, operator, parameter, value);
    }
}
