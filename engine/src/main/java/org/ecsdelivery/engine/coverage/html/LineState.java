package org.ecsdelivery.engine.coverage.html;

/** How a line fared. */
enum LineState {
    /** It holds no code. */
    NO_CODE(""),
    /** All of it ran. */
    COVERED("c"),
    /** It ran, but not all of its branches. */
    PARTIAL("p"),
    /** It never ran. */
    MISSED("m");

    private final byte[] plain;
    private final byte[] changed;

    LineState(String style) {
        this.plain = Markup.literal(style.isEmpty() ? "" : " class=" + style);
        this.changed = Markup.literal(style.isEmpty() ? " class=x" : " class=\"" + style + " x\"");
    }

    /** Returns the attribute of its row. */
    byte[] style(boolean isChanged) {
        return isChanged ? changed : plain;
    }
}
