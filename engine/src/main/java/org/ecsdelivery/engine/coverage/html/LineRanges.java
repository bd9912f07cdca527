package org.ecsdelivery.engine.coverage.html;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.ecsdelivery.engine.coverage.FileCoverage;

/** Lines of one kind, those brought together that lie near and have no other code between them. */
final class LineRanges {
    /** How far lines of a file may lie apart to be told as one range. */
    static final int NEAR = 5;

    /** Lines that directly follow each other. */
    static final int NEXT = 1;

    private static final int MOST = 40;

    private final List<int[]> ranges = new ArrayList<>();

    /**
     * Finds the lines with code that are of that kind.
     *
     * @param apart how far the lines of a range may lie apart
     */
    static LineRanges of(FileCoverage file, int[] changes, int apart, Predicate<LineCursor> kind) {
        LineRanges found = new LineRanges();
        LineCursor cursor = new LineCursor(file, changes);
        boolean goesOn = false;
        while (cursor.following() != Integer.MAX_VALUE) {
            cursor.to(cursor.following());
            boolean fits = kind.test(cursor);
            if (fits) {
                found.add(cursor.line(), goesOn ? apart : 0);
            }
            goesOn = fits;
        }
        return found;
    }

    private void add(int line, int apart) {
        int[] last = ranges.isEmpty() ? new int[2] : ranges.get(ranges.size() - 1);
        if (line - last[1] <= apart) {
            last[1] = line;
        } else {
            ranges.add(new int[] {line, line});
        }
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Adds them as links to the rows of that page. */
    void write(String page, Markup out) {
        for (int[] range : ranges.subList(0, Math.min(MOST, ranges.size()))) {
            out.raw(" <a href=").raw(page).raw("#L").number(range[0]).raw(">").number(range[0]);
            if (range[1] > range[0]) {
                out.raw("–").number(range[1]);
            }
            out.raw("</a>");
        }
        if (ranges.size() > MOST) {
            out.raw(" and ").grouped(ranges.size() - MOST).raw(" more places");
        }
    }
}
