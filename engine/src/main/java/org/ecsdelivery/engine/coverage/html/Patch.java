package org.ecsdelivery.engine.coverage.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.engine.coverage.BranchTable;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.FileCoverage;
import org.ecsdelivery.engine.coverage.LineTable;
import org.ecsdelivery.engine.coverage.patch.ChangedLines;

/** What is covered of the changed lines. */
final class Patch {
    private final List<Part> parts = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final boolean wanted;
    private Count lines = Count.NONE;
    private Count branches = Count.NONE;

    private Patch(boolean wanted) {
        this.wanted = wanted;
    }

    static Patch of(FileTree tree, Optional<ChangedLines> changes) {
        Patch patch = new Patch(changes.isPresent());
        List<String> paths = new ArrayList<>(changes.orElse(ChangedLines.NONE).paths());
        for (Leaf leaf : tree.leaves()) {
            int[] changed = changes.orElse(ChangedLines.NONE).lines(leaf.file().path());
            if (changed.length > 0) {
                patch.add(new Part(leaf, changed, lines(leaf.file(), changed), branches(leaf.file(), changed)));
                paths.remove(leaf.file().path());
            }
        }
        patch.unknown.addAll(paths);
        return patch;
    }

    private void add(Part part) {
        parts.add(part);
        lines = lines.plus(part.lines());
        branches = branches.plus(part.branches());
    }

    private static Count lines(FileCoverage file, int[] changed) {
        LineTable table = file.lines();
        int covered = 0;
        int total = 0;
        for (int line : changed) {
            int index = table.indexOf(line);
            total += index >= 0 ? 1 : 0;
            covered += index >= 0 && table.hits(index) > 0 ? 1 : 0;
        }
        return new Count(covered, total);
    }

    private static Count branches(FileCoverage file, int[] changed) {
        BranchTable table = file.branches();
        Count count = Count.NONE;
        for (int line : changed) {
            count = count.plus(table.count(line));
        }
        return count;
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
