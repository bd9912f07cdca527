package org.ecsdelivery.engine.coverage.html;

import java.util.Optional;
import org.ecsdelivery.engine.coverage.FileCoverage;

/** The lines of a file as rows of a table: number, hits, branches, source, and below a line what of it was not taken. */
final class SourceRows {
    /** More rows are left out. */
    static final int MOST = 30_000;

    /** No more rows follow once a page is that big: thousands of branches in every line would make it bigger than memory. */
    static final int MOST_BYTES = 12 << 20;

    private static final byte[] ROW = Markup.literal("\n<tr");
    private static final byte[] ID = Markup.literal(" id=L");
    private static final byte[] FIRST_CELL = Markup.literal("><td>");
    private static final byte[] TWO_CELLS = Markup.literal("><td><td>");
    private static final byte[] CELL = Markup.literal("<td>");

    private final FileCoverage file;
    private final LineCursor cursor;
    private final boolean hasBranches;
    private final boolean anchored;
    private final Markup out;
    private final Landmarks landmarks = new Landmarks();
    private int rows;

    private SourceRows(FileCoverage file, int[] changes, boolean anchored, Markup out) {
        this.file = file;
        this.cursor = new LineCursor(file, changes);
        this.hasBranches = file.branches().size() > 0;
        this.anchored = anchored;
        this.out = out;
    }

    /** Adds the table of all lines. */
    static void all(FileCoverage file, int[] changes, Optional<SourceText> source, Markup out) {
        SourceRows rows = new SourceRows(file, changes, true, out);
        rows.head();
        int last = source.map(rows::withSource).orElse(0);
        int beyond = rows.withoutSource();
        rows.foot(source.isPresent(), last, beyond);
    }

    /** Adds a table of those lines, and a gap where lines are left out. */
    static void only(
            FileCoverage file, int[] changes, Iterable<Integer> lines, Optional<SourceText> source, Markup out) {
        SourceRows rows = new SourceRows(file, changes, false, out);
        rows.head();
        out.raw("<tbody>");
        int last = 0;
        for (int line : lines) {
            if (last > 0 && line > last + 1) {
                out.raw("\n<tr class=g><td colspan=")
                        .number(rows.hasBranches ? 4 : 3)
                        .raw(">⋯");
            }
            rows.cursor.to(line);
            rows.row(source.filter(text -> text.to(line)), false);
            last = line;
        }
        out.raw("\n</table></div>\n");
    }

    private void head() {
        out.raw(
                "<div class=wrap tabindex=0 role=group aria-label=Lines><table class=src><thead><tr><th scope=col>Line<th scope=col>Hits");
        out.raw(hasBranches ? "<th scope=col>Branches" : "").raw("<th scope=col>Source");
    }

    private int withSource(SourceText source) {
        Optional<SourceText> shown = Optional.of(source);
        int line = 0;
        out.raw("<tbody class=k>");
        while (!isFull() && source.next()) {
            cursor.to(++line);
            row(shown, true);
        }
        return line;
    }

    /** Adds the lines that the source does not have; returns how many. */
    private int withoutSource() {
        int before = rows;
        out.raw(cursor.following() == Integer.MAX_VALUE ? "" : "<tbody>");
        while (!isFull() && cursor.following() != Integer.MAX_VALUE) {
            cursor.to(cursor.following());
            row(Optional.empty(), false);
        }
        return rows - before;
    }

    /**
     * Adds the row of the line that the cursor is at.
     *
     * @param counted whether the style sheet counts the rows, which saves a tenth of the archive
     */
    private void row(Optional<SourceText> source, boolean counted) {
        LineState state = cursor.state();
        rows++;
        out.raw(ROW);
        if (anchored && landmarks.isAt(cursor, state)) {
            out.raw(ID).number(cursor.line());
        }
        out.raw(state.style(cursor.isChanged()));
        if (counted) {
            out.raw(TWO_CELLS);
        } else {
            out.raw(FIRST_CELL).number(cursor.line()).raw(CELL);
        }
        if (cursor.hits() != LineCursor.NO_CODE) {
            out.number(cursor.hits());
        }
        out.raw(CELL);
        if (hasBranches) {
            branches();
        }
        if (source.isPresent()) {
            source.get().write(out);
        }
        if (state == LineState.PARTIAL && cursor.arms() > 0) {
            out.raw("\n<tr class=n><td colspan=3><td>");
            BranchNote.write(file.branches(), cursor.firstArm(), cursor.arms(), out);
        }
    }

    private boolean isFull() {
        return rows >= MOST || out.size() >= MOST_BYTES;
    }

    private void branches() {
        if (cursor.arms() > 0) {
            out.number(cursor.taken()).raw("/").number(cursor.arms());
        }
        out.raw(CELL);
    }

    private void foot(boolean hasSource, int last, int beyond) {
        out.raw("\n</table></div>\n");
        if (isFull()) {
            out.raw("<p class=note>Only the first ").grouped(rows).raw(" lines are shown.</p>\n");
        } else if (hasSource && beyond > 0 && last > 0) {
            out.raw("<p class=note>The file has only ").grouped(last);
            out.raw(" lines here, the report tells of more: one of the two is older than the other.</p>\n");
        }
    }
}
