package org.ecsdelivery.engine.coverage.html;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.ecsdelivery.engine.coverage.html.Frame.Place;
import org.ecsdelivery.engine.coverage.html.Patch.Part;

/** The page of the changed lines: each changed file, and of those with gaps the lines that are not covered. */
final class PatchPage {
    /** Where the page lies. */
    static final String NAME = "patch.html";

    private static final int MOST_FILES = 100;
    private static final int MOST_LINES = 60;
    private static final int AROUND = 2;
    private static final int LONGEST_PATH = 500;

    private final Frame frame;
    private final Sources sources;
    private final Patch patch;
    private final Directory root;

    PatchPage(Frame frame, Sources sources, Patch patch, Directory root) {
        this.frame = frame;
        this.sources = sources;
        this.patch = patch;
        this.root = root;
    }

    void write(Markup out) {
        frame.begin(Place.TOP_PLAIN, "Changed lines", List.of(root), out);
        out.raw("Changed lines</h1>\n");
        if (patch.isEmpty()) {
            out.raw("<p class=note>No changed line holds code that the reports tell of.</p>\n");
        } else {
            patch.totals(out);
            table(out);
        }
        unknown(out);
        excerpts(out);
        frame.end(Place.TOP_PLAIN, out);
    }

    private void table(Markup out) {
        out.raw("<h2>Changed files</h2>\n<div class=wrap><table class=\"tree changes\"><thead><tr><th scope=col>File");
        out.raw("<th scope=col>Changed lines<th scope=col>Their branches<th scope=col>Gaps<tbody>");
        for (Part part : patch.parts()) {
            out.raw("\n<tr><th scope=row><a href=").raw(part.leaf().page()).raw(">");
            out.text(part.leaf().file().path(), LONGEST_PATH).raw("</a>");
            out.raw("<td>").share(part.lines());
            out.raw("<td>").share(part.branches());
            out.raw("<td class=places>");
            gaps(part).write(part.leaf().page(), out);
        }
        out.raw("\n</table></div>\n");
    }

    private static LineRanges gaps(Part part) {
        return LineRanges.of(part.leaf().file(), part.changed(), LineRanges.NEXT, PatchPage::isGap);
    }

    private static boolean isGap(LineCursor line) {
        return line.isChanged() && (line.state() == LineState.MISSED || line.state() == LineState.PARTIAL);
    }

    private void unknown(Markup out) {
        if (patch.unknown().isEmpty()) {
            return;
        }
        out.raw("<details class=box><summary>Changed files that no report tells of: ");
        out.grouped(patch.unknown().size()).raw("</summary><ul>");
        for (String path : patch.unknown()
                .subList(0, Math.min(MOST_FILES * 10, patch.unknown().size()))) {
            out.raw("\n<li>").text(path, LONGEST_PATH);
        }
        out.raw("</ul></details>\n");
    }

    private void excerpts(Markup out) {
        int shown = 0;
        for (Part part : patch.parts()) {
            if (!gaps(part).isEmpty() && shown++ < MOST_FILES) {
                excerpt(part, out);
            }
        }
        if (shown > MOST_FILES) {
            out.raw("<p class=note>Of ").grouped(shown).raw(" files the first ").grouped(MOST_FILES);
            out.raw(" are shown here.</p>\n");
        }
    }

    private void excerpt(Part part, Markup out) {
        TreeSet<Integer> lines = new TreeSet<>();
        int gaps = 0;
        LineCursor cursor = new LineCursor(part.leaf().file(), part.changed());
        while (cursor.following() != Integer.MAX_VALUE && gaps < MOST_LINES) {
            cursor.to(cursor.following());
            if (isGap(cursor)) {
                gaps++;
                for (int i = Math.max(1, cursor.line() - AROUND); i <= cursor.line() + AROUND; i++) {
                    lines.add(i);
                }
            }
        }
        out.raw("<h2 class=path><a href=").raw(part.leaf().page()).raw(">");
        out.text(part.leaf().file().path(), LONGEST_PATH).raw("</a></h2>\n");
        Optional<SourceText> source =
                sources.read(part.leaf().file().path(), SourceText.MOST).flatMap(SourceText::of);
        SourceRows.only(part.leaf().file(), part.changed(), lines, source, out);
        if (gaps == MOST_LINES) {
            out.raw("<p class=note>The first ").grouped(MOST_LINES).raw(" lines are shown.</p>\n");
        }
    }
}
