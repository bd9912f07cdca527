package org.ecsdelivery.engine.coverage.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.Totals;
import org.ecsdelivery.engine.coverage.patch.ChangedLines;

/**
 * Coverage as an archive of pages that begins at {@code index.html}: TeamCity shows {@code coverage.zip} as a tab. The
 * pages need no script to be read, and load nothing but each other.
 */
public final class HtmlReport {
    private static final int LEVEL = 6;

    private final CoverageReport report;
    private final Heading heading;
    private final Sources sources;
    private final Optional<ChangedLines> changes;
    private final Totals before;

    private HtmlReport(
            CoverageReport report, Heading heading, Sources sources, Optional<ChangedLines> changes, Totals before) {
        this.report = report;
        this.heading = heading;
        this.sources = sources;
        this.changes = changes;
        this.before = before;
    }

    /** Makes the pages of that report, without sources. */
    public static HtmlReport of(CoverageReport report, Heading heading) {
        return new HtmlReport(report, heading, Sources.NONE, Optional.empty(), Totals.NONE);
    }

    /** Returns the pages with those sources. */
    public HtmlReport withSources(Sources shown) {
        return new HtmlReport(report, heading, shown, changes, before);
    }

    /** Returns the pages with a view of those changed lines. */
    public HtmlReport withChanges(ChangedLines changed) {
        return new HtmlReport(report, heading, sources, Optional.of(changed), before);
    }

    /** Returns the pages with the difference to those totals. */
    public HtmlReport comparedTo(Totals earlier) {
        return new HtmlReport(report, heading, sources, changes, earlier);
    }

    /**
     * Writes the archive; the same report and sources make the same bytes.
     *
     * @param out stays open
     * @throws IOException when it cannot be written, or the thread is interrupted
     */
    public void write(OutputStream out) throws IOException {
        FileTree tree = FileTree.of(report);
        Frame frame = new Frame(heading);
        Columns columns = Columns.of(report.totals());
        Patch patch = Patch.of(report, tree, changes);
        OverviewPage overview = new OverviewPage(frame, tree, columns);
        FilePage page = new FilePage(frame, sources, changes.orElse(ChangedLines.NONE));
        List<Entry> first = new ArrayList<>();
        first.add(new Entry(FileTree.START, to -> overview.first(report, heading, before, patch, to)));
        if (patch.isWanted()) {
            PatchPage changed = new PatchPage(frame, sources, patch, tree.root());
            first.add(new Entry(PatchPage.NAME, changed::write));
        }
        first.add(resource("report.css"));
        first.add(resource("report.js"));
        first.add(new Entry("files.js", to -> FileList.write(tree, columns, to)));
        Stream<Entry> directories = tree.pages().stream()
                .skip(1)
                .map(directory -> new Entry(directory.page(), to -> overview.directory(directory, to)));
        Stream<Entry> files = tree.leaves().stream().map(leaf -> new Entry(leaf.page(), to -> page.write(leaf, to)));
        new Archive(LEVEL)
                .write(
                        Stream.of(first.stream(), directories, files)
                                .flatMap(part -> part)
                                .iterator(),
                        out);
    }

    private static Entry resource(String name) {
        return new Entry(name, to -> {
            try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException(name + " is missing from the plugin");
                }
                to.raw(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
