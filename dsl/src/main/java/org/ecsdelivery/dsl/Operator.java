package org.ecsdelivery.dsl;

/** How a condition compares a parameter with a value. */
public enum Operator {
    /** The parameter is there. */
    EXISTS("exists", false),
    /** The parameter is not there. */
    NOT_EXISTS("not-exists", false),
    /** Equal as text. */
    EQUALS("equals", true),
    /** Not equal as text. */
    DOES_NOT_EQUAL("does-not-equal", true),
    /** Greater as a number. */
    MORE_THAN("more-than", true),
    /** Not greater as a number. */
    NO_MORE_THAN("no-more-than", true),
    /** Less as a number. */
    LESS_THAN("less-than", true),
    /** Not less as a number. */
    NO_LESS_THAN("no-less-than", true),
    /** Begins with. */
    STARTS_WITH("starts-with", true),
    /** Has somewhere inside. */
    CONTAINS("contains", true),
    /** Has nowhere inside. */
    DOES_NOT_CONTAIN("does-not-contain", true),
    /** Ends with. */
    ENDS_WITH("ends-with", true),
    /** Is matched by a Java regular expression as a whole. */
    MATCHES("matches", true),
    /** Is not matched by a Java regular expression. */
    DOES_NOT_MATCH("does-not-match", true),
    /** A later version. */
    VER_MORE_THAN("ver-more-than", true),
    /** No later version. */
    VER_NO_MORE_THAN("ver-no-more-than", true),
    /** An earlier version. */
    VER_LESS_THAN("ver-less-than", true),
    /** No earlier version. */
    VER_NO_LESS_THAN("ver-no-less-than", true),
    /** Any value, or none. */
    ANY("any", false);

    private final String element;
    private final boolean withValue;

    Operator(String element, boolean withValue) {
        this.element = element;
        this.withValue = withValue;
    }

    /** Returns the element that stands for it in the settings. */
    public String element() {
        return element;
    }

    /** Tells whether it compares with a value. */
    public boolean takesValue() {
        return withValue;
    }
}
