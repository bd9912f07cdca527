package org.ecsdelivery.engine.coverage.html;

/** Which lines are led to: those where {@link LineRanges} begin. Only they have names, since names make pages big. */
final class Landmarks {
    private LineState before = LineState.NO_CODE;
    private int lastCode;
    private int lastChangedGap;

    /** Tells whether that line, which must come after all asked for before, is one. */
    boolean isAt(LineCursor line, LineState state) {
        if (state == LineState.NO_CODE) {
            return false;
        }
        boolean gap = state != LineState.COVERED;
        boolean changedGap = gap && line.isChanged();
        boolean begins = gap && (state != before || line.line() - lastCode > LineRanges.NEAR)
                || changedGap && line.line() - lastChangedGap > LineRanges.NEXT;
        before = state;
        lastCode = line.line();
        lastChangedGap = changedGap ? lastCode : lastChangedGap;
        return begins;
    }
}
