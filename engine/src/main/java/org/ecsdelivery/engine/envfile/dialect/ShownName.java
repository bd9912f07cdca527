package org.ecsdelivery.engine.envfile.dialect;

/** A variable's name as messages show it: on one line, and not longer than a line. */
public final class ShownName {
    private static final int LONGEST = 120;

    private ShownName() {}

    /** Returns the name with every control character and lone surrogate replaced. */
    public static String of(String name) {
        if (name.isEmpty()) {
            return "(empty name)";
        }
        StringBuilder shown = new StringBuilder();
        name.codePoints().limit(LONGEST).forEach(point -> shown.appendCodePoint(printable(point) ? point : '?'));
        return name.codePointCount(0, name.length()) > LONGEST ? shown + "..." : shown.toString();
    }

    private static boolean printable(int point) {
        return !Character.isISOControl(point)
                && Character.getType(point) != Character.SURROGATE
                && Character.getType(point) != Character.LINE_SEPARATOR
                && Character.getType(point) != Character.PARAGRAPH_SEPARATOR
                && Character.getType(point) != Character.FORMAT;
    }
}
