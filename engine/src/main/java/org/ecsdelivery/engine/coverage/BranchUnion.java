package org.ecsdelivery.engine.coverage;

import java.util.Arrays;

/**
 * Brings the branches of two reports of one file together, line by line. The n-th decision of a size meets the n-th of that
 * size; a decision that only one report has is kept. Where one report only counts, the higher numbers hold.
 */
final class BranchUnion {
    private final BranchTable ours;
    private final BranchTable theirs;
    private int[] places;
    private int[] taken;
    private int size;

    BranchUnion(BranchTable ours, BranchTable theirs) {
        this.ours = ours;
        this.theirs = theirs;
        this.places = new int[Math.max(ours.size(), theirs.size()) + 16];
        this.taken = new int[places.length];
    }

    BranchTable table() {
        int a = 0;
        int b = 0;
        while (a < ours.size() || b < theirs.size()) {
            int line = Math.min(lineAt(ours, a), lineAt(theirs, b));
            int aEnd = endOf(ours, a, line);
            int bEnd = endOf(theirs, b, line);
            line(new Span(ours, a, aEnd), new Span(theirs, b, bEnd));
            a = aEnd;
            b = bEnd;
        }
        return new BranchTable(Arrays.copyOf(places, size), Arrays.copyOf(taken, size));
    }

    private static int lineAt(BranchTable table, int index) {
        return index < table.size() ? table.line(index) : Integer.MAX_VALUE;
    }

    private static int endOf(BranchTable table, int from, int line) {
        int end = from;
        while (lineAt(table, end) == line) {
            end++;
        }
        return end;
    }

    private void line(Span a, Span b) {
        if (a.isEmpty() || b.isEmpty()) {
            keep(a.isEmpty() ? b : a);
        } else if (a.isCounted() || b.isCounted()) {
            counted(a, b);
        } else {
            decisions(a, b);
        }
    }

    private void keep(Span span) {
        for (int i = span.from(); i < span.to(); i++) {
            add(span.table().placeAt(i), span.table().taken(i));
        }
    }

    private void counted(Span a, Span b) {
        int total = Math.max(a.size(), b.size());
        int covered = Math.max(a.covered(), b.covered());
        int line = a.table().line(a.from());
        for (int i = 0; i < total; i++) {
            add(BranchTable.place(line, i == 0, true), i < covered ? 1 : 0);
        }
    }

    /** Both lines have the same decisions almost always; then one walk does. */
    private void decisions(Span a, Span b) {
        BlockPairs pairs = new BlockPairs(b);
        int from = a.from();
        while (from < a.to()) {
            int to = a.blockEnd(from);
            int match = pairs.next(to - from);
            for (int i = from; i < to; i++) {
                int other = match < 0 ? Hits.NEVER_EVALUATED : b.table().taken(match + i - from);
                add(a.table().placeAt(i), Hits.plusTaken(a.table().taken(i), other));
            }
            from = to;
        }
        pairs.rest(start -> keep(new Span(b.table(), start, b.blockEnd(start))));
    }

    private void add(int place, int times) {
        if (size == places.length) {
            places = Arrays.copyOf(places, size * 2);
            taken = Arrays.copyOf(taken, size * 2);
        }
        places[size] = place;
        taken[size++] = times;
    }

    /** The branches of one line in one report. */
    record Span(BranchTable table, int from, int to) {
        boolean isEmpty() {
            return from == to;
        }

        int size() {
            return to - from;
        }

        boolean isCounted() {
            return table.isCountOnly(from);
        }

        int covered() {
            int ran = 0;
            for (int i = from; i < to; i++) {
                ran += table.taken(i) > 0 ? 1 : 0;
            }
            return ran;
        }

        int blockEnd(int start) {
            int end = start + 1;
            while (end < to && !table.startsBlock(end)) {
                end++;
            }
            return end;
        }
    }
}
