package org.ecsdelivery.dsl.xml;

/**
 * Where something in the settings comes from: the line of Java that asked for it, or the line of XML that was read.
 *
 * @param text what an IDE makes a link of, such as {@code com.acme.Shop.project(Shop.java:12)}; empty when nobody knows
 */
public record Origin(String text) {
    private static final Origin NONE = new Origin("");

    /** Returns the origin of what nobody wrote. */
    public static Origin none() {
        return NONE;
    }

    /** Returns a line of a file. */
    public static Origin line(String file, int line) {
        return new Origin(file + ":" + line);
    }

    /** Tells whether anybody knows. */
    public boolean isKnown() {
        return !text.isEmpty();
    }

    /** Returns this origin, or another one when nobody knows this one. */
    public Origin or(Origin other) {
        return isKnown() ? this : other;
    }

    @Override
    public String toString() {
        return text;
    }
}
