package org.ecsdelivery.engine.coverage.generate;

/** How a format writes files. */
interface Rendering {
    default void begin(StringBuilder out) {}

    /** Writes a file; {@code known} counts it. */
    void file(SourceFile file, boolean first, StringBuilder out, Known known);

    default void end(StringBuilder out) {}
}
