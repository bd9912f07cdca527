package org.ecsdelivery.engine.coverage.html;

import java.util.Comparator;
import java.util.List;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.CoverageWarning;
import org.ecsdelivery.engine.coverage.Totals;
import org.ecsdelivery.engine.coverage.html.Frame.Place;

/** The first page, and the pages of directories that have too much in them to be told on another. */
final class OverviewPage {
    private static final int WORST = 10;
    private static final int DEEPEST_STYLE = 12;
    private static final int LONGEST_NAME = 300;

    private final Frame frame;
    private final FileTree tree;
    private final Columns columns;

    OverviewPage(Frame frame, FileTree tree, Columns columns) {
        this.frame = frame;
        this.tree = tree;
        this.columns = columns;
    }

    /** Writes the first page. */
    void first(CoverageReport report, Heading heading, Totals before, Patch patch, Markup out) {
        frame.begin(Place.TOP, heading.title(), List.of(), out);
        out.text(heading.title()).raw("</h1>\n");
        if (!heading.build().isEmpty()) {
            out.raw("<p class=lead>").text(heading.build()).raw("</p>\n");
        }
        out.raw("<h2 class=v>Totals</h2>\n");
        Cards.write(report.totals()::of, before, out);
        patch.card(out);
        worst(out);
        warnings(report.warnings(), out);
        out.raw("<h2>Files</h2>\n");
        table(tree.root(), "", out);
        frame.end(Place.TOP, out);
    }

    /** Writes the page of a directory. */
    void directory(Directory directory, Markup out) {
        List<Directory> way = directory.way();
        frame.begin(Place.FOLDER, directory.name(), way.subList(0, way.size() - 1), out);
        out.text(directory.name(), LONGEST_NAME).raw("</h1>\n");
        Cards.write(directory::count, Totals.NONE, out);
        out.raw("<h2 class=v>Files</h2>\n");
        table(directory, "../", out);
        frame.end(Place.FOLDER, out);
    }

    private void table(Directory directory, String up, Markup out) {
        if (directory.allFiles() == 0) {
            out.raw("<p class=note>No file is in the reports.</p>\n");
            return;
        }
        out.raw("<div id=tools hidden data-files=").number(tree.leaves().size()).raw("></div>\n<div class=wrap>");
        out.raw("<table id=tree class=tree><thead><tr><th scope=col>Name");
        columns.head(out);
        out.raw("<tbody>");
        rows(directory, up, 0, out);
        out.raw("\n</table></div>\n");
    }

    private void rows(Directory directory, String up, int depth, Markup out) {
        int style = Math.min(depth, DEEPEST_STYLE);
        for (Directory child : directory.directories()) {
            out.raw("\n<tr id=d")
                    .number(child.number())
                    .raw(" class=\"d l")
                    .number(style)
                    .raw("\"><th scope=row>");
            directory(child, up, out);
            columns.cells(child::count, out);
            if (!child.hasPageOfItsOwn()) {
                rows(child, up, depth + 1, out);
            }
        }
        for (Leaf leaf : directory.files()) {
            out.raw("\n<tr class=l")
                    .number(style)
                    .raw("><th scope=row><a href=")
                    .raw(up)
                    .raw(leaf.page())
                    .raw(">");
            out.text(leaf.name(), LONGEST_NAME).raw("</a>");
            columns.cells(leaf.file()::count, out);
        }
    }

    private static void directory(Directory child, String up, Markup out) {
        if (child.hasPageOfItsOwn()) {
            out.raw("<a href=")
                    .raw(up)
                    .raw(child.page())
                    .raw(">")
                    .text(child.name(), LONGEST_NAME)
                    .raw("/</a>");
            out.raw(" <small>").grouped(child.allFiles()).raw(child.allFiles() == 1 ? " file" : " files");
            out.raw("</small>");
        } else {
            out.text(child.name(), LONGEST_NAME).raw("/");
        }
    }

    private void worst(Markup out) {
        if (tree.leaves().size() <= WORST || columns.metrics().isEmpty()) {
            return;
        }
        CoverageMetric metric = columns.metrics().get(0);
        List<Leaf> worst = tree.leaves().stream()
                .filter(leaf -> leaf.file().count(metric).missed() > 0)
                .sorted(Comparator.comparingLong(
                        leaf -> -leaf.file().count(metric).missed()))
                .limit(WORST)
                .toList();
        out.raw(
                worst.isEmpty()
                        ? ""
                        : "<details class=box><summary>Where most is not covered</summary><ol class=worst>");
        for (Leaf leaf : worst) {
            Count count = leaf.file().count(metric);
            out.raw("\n<li><a href=")
                    .raw(leaf.page())
                    .raw(">")
                    .text(leaf.file().path(), LONGEST_NAME)
                    .raw("</a> <span>");
            out.grouped(count.missed())
                    .raw(" of ")
                    .grouped(count.total())
                    .raw(" ")
                    .raw(metric.word());
            out.raw(" missed</span>");
        }
        out.raw(worst.isEmpty() ? "" : "</ol></details>\n");
    }

    private static void warnings(List<CoverageWarning> warnings, Markup out) {
        if (warnings.isEmpty()) {
            return;
        }
        out.raw("<details class=box><summary>Warnings about the reports: ").grouped(warnings.size());
        out.raw("</summary><ul>");
        for (CoverageWarning warning : warnings) {
            out.raw("\n<li>").text(warning.report(), 500).raw(warning.report().isEmpty() ? "" : ": ");
            out.text(warning.kind().sentence())
                    .raw(" (")
                    .grouped(warning.times())
                    .raw("×, first: ");
            out.text(warning.first(), 500).raw(")");
        }
        out.raw("</ul></details>\n");
    }
}
