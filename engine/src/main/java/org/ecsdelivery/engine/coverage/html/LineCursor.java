package org.ecsdelivery.engine.coverage.html;

import org.ecsdelivery.engine.coverage.BranchTable;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.FileCoverage;
import org.ecsdelivery.engine.coverage.LineTable;

/** What is known of one line after the other of a file, in rising order, without looking anything up twice. */
final class LineCursor {
    /** The line holds no code. */
    static final int NO_CODE = -1;

    private static final int BEYOND = Integer.MAX_VALUE;

    private final FileCoverage file;
    private final LineTable lines;
    private final BranchTable branches;
    private final int[] changes;
    private final boolean countsInstructions;
    private int nextLine;
    private int nextBranch;
    private int nextChange;
    private int line;
    private int hits;
    private int taken;
    private int arms;
    private boolean changed;

    LineCursor(FileCoverage file, int[] changes) {
        this.file = file;
        this.lines = file.lines();
        this.branches = file.branches();
        this.changes = changes;
        this.countsInstructions = file.instructions().size() > 0;
    }

    /** Returns the next line that holds code, or the highest number. */
    int following() {
        int byLine = nextLine < lines.size() ? lines.line(nextLine) : BEYOND;
        int byBranch = nextBranch < branches.size() ? branches.line(nextBranch) : BEYOND;
        return Math.min(byLine, byBranch);
    }

    /** Goes to that line, which must come after the one it is at. */
    void to(int wanted) {
        line = wanted;
        while (nextLine < lines.size() && lines.line(nextLine) < wanted) {
            nextLine++;
        }
        hits = nextLine < lines.size() && lines.line(nextLine) == wanted ? lines.hits(nextLine++) : NO_CODE;
        while (nextBranch < branches.size() && branches.line(nextBranch) < wanted) {
            nextBranch++;
        }
        taken = 0;
        arms = 0;
        while (nextBranch < branches.size() && branches.line(nextBranch) == wanted) {
            taken += branches.taken(nextBranch++) > 0 ? 1 : 0;
            arms++;
        }
        while (nextChange < changes.length && changes[nextChange] < wanted) {
            nextChange++;
        }
        changed = nextChange < changes.length && changes[nextChange] == wanted;
    }

    int line() {
        return line;
    }

    int hits() {
        return hits;
    }

    int taken() {
        return taken;
    }

    int arms() {
        return arms;
    }

    /** Returns the place of the first branch of the line. */
    int firstArm() {
        return nextBranch - arms;
    }

    boolean isChanged() {
        return changed;
    }

    LineState state() {
        if (hits == NO_CODE && arms == 0) {
            return LineState.NO_CODE;
        }
        if (hits == 0 || hits == NO_CODE && taken == 0) {
            return LineState.MISSED;
        }
        return taken < arms || countsInstructions && isInPart() ? LineState.PARTIAL : LineState.COVERED;
    }

    private boolean isInPart() {
        Count count = file.instructions().count(line);
        return count.covered() > 0 && count.missed() > 0;
    }
}
