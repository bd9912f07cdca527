package org.ecsdelivery.engine.coverage.html;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.ecsdelivery.engine.coverage.FileCoverage;

/** Lines of one kind, those brought together between which no other code lies. */
final class LineRanges {
    private static final int MOST = 40;

    private final List<int[]> ranges = new ArrayList<>();

    /** Finds the lines with code that are of that kind. */
    static LineRanges of(FileCoverage file, int[] changes, Predicate<LineCursor> kind) {
        LineRanges found = new LineRanges();
        LineCursor cursor = new LineCursor(file, changes);
        boolean goesOn = false;
        while (cursor.following() != Integer.MAX_VALUE) {
            cursor.to(cursor.following());
            boolean fits = kind.test(cursor);
            if (fits && goesOn) {
                found.ranges.get(found.ranges.size() - 1)[1] = cursor.line();
            } else if (fits) {
                found.ranges.add(new int[] {cursor.line(), cursor.line()});
            }
            goesOn = fits;
        }
        return found;
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
