package org.ecsdelivery.engine.coverage.html;

/** Which lines are led to: those where {@link LineRanges} begin. Only they have names, since names make pages big. */
final class Landmarks {
    private LineState before = LineState.NO_CODE;
    private boolean gapBefore;

    /** Tells whether that line, which must come after all asked for before, is one. */
    boolean isAt(LineCursor line, LineState state) {
        if (state == LineState.NO_CODE) {
            return false;
        }
        boolean gap = state != LineState.COVERED;
        boolean changedGap = gap && line.isChanged();
        boolean begins = gap && state != before || changedGap && !gapBefore;
        before = state;
        gapBefore = changedGap;
        return begins;
    }
}
