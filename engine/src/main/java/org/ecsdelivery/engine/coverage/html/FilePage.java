package org.ecsdelivery.engine.coverage.html;

import java.util.Optional;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.FileCoverage;
import org.ecsdelivery.engine.coverage.NamedTable;
import org.ecsdelivery.engine.coverage.Totals;
import org.ecsdelivery.engine.coverage.html.Frame.Place;
import org.ecsdelivery.engine.coverage.patch.ChangedLines;

/** The page of one file: totals, links to what is not covered, functions, every line. */
final class FilePage {
    private static final int MOST_FUNCTIONS = 2000;
    private static final int LONGEST_NAME = 300;

    private final Frame frame;
    private final Sources sources;
    private final ChangedLines changes;

    FilePage(Frame frame, Sources sources, ChangedLines changes) {
        this.frame = frame;
        this.sources = sources;
        this.changes = changes;
    }

    void write(Leaf leaf, Markup out) {
        FileCoverage file = leaf.file();
        int[] changed = changes.lines(file.path());
        frame.begin(Place.FOLDER_PLAIN, leaf.name(), leaf.directory().way(), out);
        out.text(leaf.name(), LONGEST_NAME).raw("</h1>\n");
        Cards.write(file::count, Totals.NONE, out);
        places("Not covered:", LineState.MISSED, file, out);
        places("Covered in part:", LineState.PARTIAL, file, out);
        functions(file.functions(), out);
        source(file, changed, out);
        frame.end(Place.FOLDER_PLAIN, out);
    }

    private static void places(String label, LineState state, FileCoverage file, Markup out) {
        LineRanges ranges = LineRanges.of(file, new int[0], LineRanges.NEAR, line -> line.state() == state);
        if (!ranges.isEmpty()) {
            out.raw("<p class=places>").raw(label);
            ranges.write("", out);
            out.raw("</p>\n");
        }
    }

    private static void functions(NamedTable functions, Markup out) {
        if (functions.size() == 0) {
            return;
        }
        out.raw("<details><summary>Functions: ")
                .grouped(functions.count().missed())
                .raw(" of ")
                .grouped(functions.size())
                .raw(" never called</summary><table class=names><thead>")
                .raw("<tr><th scope=col>Function<th scope=col>Line<th scope=col>Calls<tbody>");
        for (int i = 0; i < Math.min(MOST_FUNCTIONS, functions.size()); i++) {
            out.raw(functions.hits(i) > 0 ? "\n<tr><th scope=row>" : "\n<tr class=m><th scope=row>");
            out.text(functions.name(i), LONGEST_NAME).raw("<td>");
            if (functions.line(i) > 0) {
                out.number(functions.line(i));
            }
            out.raw("<td>").number(functions.hits(i));
        }
        out.raw("\n</table>");
        if (functions.size() > MOST_FUNCTIONS) {
            out.raw("<p class=note>The first ").grouped(MOST_FUNCTIONS).raw(" are shown.</p>");
        }
        out.raw("</details>\n");
    }

    private void source(FileCoverage file, int[] changed, Markup out) {
        Optional<byte[]> bytes = sources.read(file.path(), SourceText.MOST);
        Optional<SourceText> source = bytes.flatMap(SourceText::of);
        String note = source.map(SourceText::note)
                .orElse(
                        bytes.isPresent()
                                ? "The file is not text."
                                : "The source is not at hand: no file of the checkout has this path.");
        if (!note.isEmpty()) {
            out.raw("<p class=note>").raw(note).raw("</p>\n");
        }
        if (file.count(CoverageMetric.LINES).isEmpty() && source.isEmpty()) {
            return;
        }
        if (file.isSummary()) {
            out.raw("<p class=note>The report gives only the sums of this file, not its lines.</p>\n");
        }
        SourceRows.all(file, changed, source, out);
    }
}
