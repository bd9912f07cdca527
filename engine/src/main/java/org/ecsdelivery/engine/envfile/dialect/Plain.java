package org.ecsdelivery.engine.envfile.dialect;

/** The values that no reader needs quotes for. */
final class Plain {
    private static final String MARKS = "_./:@%+,=-";

    private Plain() {}

    /** Tells whether every reader takes the value as it is: not empty, of letters, digits and marks that mean nothing to any. */
    static boolean is(String value) {
        return !value.isEmpty() && value.chars().allMatch(Plain::harmless);
    }

    private static boolean harmless(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || MARKS.indexOf(c) >= 0;
    }
}
