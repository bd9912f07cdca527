package org.ecsdelivery.engine.coverage.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.Totals;
import org.ecsdelivery.engine.coverage.patch.ChangedLines;
import org.ecsdelivery.engine.coverage.patch.PatchCoverage;
import org.ecsdelivery.engine.coverage.patch.PatchFile;

/** What is covered of the changed lines, with the pages that show it. */
final class Patch {
    private final List<Part> parts = new ArrayList<>();
    private final List<String> unknown;
    private final boolean wanted;
    private final Count lines;
    private final Count branches;

    private Patch(boolean wanted, PatchCoverage coverage) {
        Totals totals = coverage.totals();
        this.wanted = wanted;
        this.unknown = coverage.unmeasured();
        this.lines = totals.of(CoverageMetric.LINES);
        this.branches = totals.of(CoverageMetric.BRANCHES);
    }

    static Patch of(CoverageReport report, FileTree tree, Optional<ChangedLines> changes) {
        ChangedLines changed = changes.orElse(ChangedLines.NONE);
        PatchCoverage coverage = PatchCoverage.of(report, changed);
        Map<String, PatchFile> files = new HashMap<>();
        coverage.files().forEach(file -> files.put(file.path(), file));
        Patch patch = new Patch(changes.isPresent(), coverage);
        for (Leaf leaf : tree.leaves()) {
            PatchFile file = files.get(leaf.file().path());
            int[] numbers = file == null ? new int[0] : changed.lines(file.path());
            if (file != null && numbers.length > 0) {
                patch.parts.add(new Part(leaf, numbers, file.lines(), file.branches()));
            }
        }
        return patch;
    }

    /** Tells whether changes are known, be they none. */
    boolean isWanted() {
        return wanted;
    }

    /** Returns the changed files that reports tell of, sorted by path. */
    List<Part> parts() {
        return parts;
    }

    /** Returns the changed files that no report tells of. */
    List<String> unknown() {
        return unknown;
    }

    /** Adds what the first page says of it. */
    void card(Markup out) {
        if (!wanted) {
            return;
        }
        out.raw("<section class=patch><h2><a href=patch.html>Changed lines</a></h2>");
        if (lines.isEmpty()) {
            out.raw("<p>No changed line holds code that the reports tell of.</p>");
        } else {
            totals(out);
        }
        out.raw("</section>\n");
    }

    /** Adds its totals. */
    void totals(Markup out) {
        out.raw("<dl class=cards>");
        Cards.card("lines", lines, Count.NONE, out);
        if (!branches.isEmpty()) {
            Cards.card("branches", branches, Count.NONE, out);
        }
        out.raw("</dl>\n");
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /**
     * The changed lines of one file.
     *
     * @param changed their numbers, sorted
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Part(Leaf leaf, int[] changed, Count lines, Count branches) {}
}
