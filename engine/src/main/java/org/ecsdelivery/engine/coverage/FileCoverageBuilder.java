package org.ecsdelivery.engine.coverage;

import java.nio.charset.StandardCharsets;
import org.ecsdelivery.common.value.CoverageMetric;

/** Gathers what a report tells of one file, in any order, then of the next: every parser fills one of these. */
public final class FileCoverageBuilder {
    private static final int MOST_ENTRIES = 16_000_000;

    private final Repeats repeats;
    private final Limits limits;
    private final LineTableBuilder lines = new LineTableBuilder();
    private final BranchTableBuilder branches = new BranchTableBuilder();
    private final NamedTableBuilder functions = new NamedTableBuilder();
    private final NamedTableBuilder classes = new NamedTableBuilder();
    private final StatementTableBuilder statements = new StatementTableBuilder();
    private final CountTableBuilder instructions = new CountTableBuilder();
    private Totals summary = Totals.NONE;
    private boolean placeholder;

    /** Makes a builder for reports in which things told twice mean that. */
    public FileCoverageBuilder(Repeats repeats, Limits limits) {
        this.repeats = repeats;
        this.limits = limits;
    }

    /** Adds a line with its hits; negative hits are none. */
    public void line(int line, long hits) {
        lines.add(checked(line), Hits.of(hits));
        if (lines.size() > MOST_ENTRIES) {
            throw tooMany("lines");
        }
    }

    /**
     * Adds a branch.
     *
     * @param block the decision it belongs to, in the report's own numbers
     * @param arm which way out of the decision it is, in the report's own numbers
     * @param taken how often it was taken, or {@link Hits#NEVER_EVALUATED}
     */
    public void branch(int line, int block, int arm, int taken) {
        branches.add(checked(line), block, arm, taken);
        if (branches.size() > MOST_ENTRIES) {
            throw tooMany("branches");
        }
    }

    /** Adds the branches of a line that the report only counts. */
    public void countedBranches(int line, int covered, int total) {
        if (total > limits.branchesOfLine()) {
            throw new LimitExceeded(
                    total + " branches in line " + line + ", more than " + limits.branchesOfLine(),
                    "The report is broken, or not a coverage report.");
        }
        branches.addCounted(checked(line), Math.max(0, Math.min(covered, total)), total);
        if (branches.size() > MOST_ENTRIES) {
            throw tooMany("branches");
        }
    }

    /** Adds a function with the line it starts at, 0 when unknown. */
    public void function(int line, String name, long hits) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        function(line, utf8, 0, utf8.length, hits);
    }

    /** Adds a function whose name is a part of that array, in UTF-8. */
    public void function(int line, byte[] name, int from, int to, long hits) {
        functions.add(line == 0 ? 0 : checked(line), name, from, checkedName(from, to), Hits.of(hits));
        if (functions.size() > MOST_ENTRIES) {
            throw tooMany("functions");
        }
    }

    /** Adds a class. */
    public void type(String name, boolean covered) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        classes.add(0, utf8, 0, checkedName(0, utf8.length), covered ? 1 : 0);
        if (classes.size() > MOST_ENTRIES) {
            throw tooMany("classes");
        }
    }

    /**
     * Adds a statement, or a block of statements.
     *
     * @param start where it starts, see {@link StatementTable#position}
     * @param end where it ends
     * @param weight how many statements it holds
     */
    public void statement(long start, long end, int weight, long hits) {
        statements.add(start, end, weight, Hits.of(hits));
        if (statements.size() > MOST_ENTRIES) {
            throw tooMany("statements");
        }
    }

    /** Adds the instructions of a line. */
    public void instructions(int line, int covered, int total) {
        instructions.add(checked(line), covered, total);
        if (instructions.size() > MOST_ENTRIES) {
            throw tooMany("lines");
        }
    }

    /** Sets the report's own sum, used when it gives no details of that metric. */
    public void summary(CoverageMetric metric, Count count) {
        summary = summary.with(metric, count);
    }

    /** Marks the file as one that no test loaded: its lines are a guess, and give way to those of another report. */
    public void placeholder() {
        placeholder = true;
    }

    /** Returns what was gathered, and starts anew. */
    public FileCoverage build(String path) {
        boolean same = repeats != Repeats.ARE_PARTS;
        FileCoverage file = new FileCoverage(
                path,
                new FileCoverage.Tables(
                        lines.table(repeats),
                        branches.table(),
                        functions.table(same),
                        classes.table(true),
                        statements.table(same),
                        instructions.table()),
                summary,
                placeholder);
        clear();
        return file;
    }

    /** Forgets what was gathered. */
    public void clear() {
        lines.clear();
        branches.clear();
        functions.clear();
        classes.clear();
        statements.clear();
        instructions.clear();
        summary = Totals.NONE;
        placeholder = false;
    }

    private int checked(int line) {
        if (line <= 0 || line > limits.line()) {
            throw new LimitExceeded(
                    "line number " + line + " is not between 1 and " + limits.line(),
                    "The report is broken, or not a coverage report.");
        }
        return line;
    }

    private int checkedName(int from, int to) {
        if (to - from > limits.nameBytes()) {
            throw new LimitExceeded(
                    "a name of " + (to - from) + " bytes, more than " + limits.nameBytes(),
                    "The report is broken, or not a coverage report.");
        }
        return to;
    }

    private static LimitExceeded tooMany(String what) {
        return new LimitExceeded(
                "more than " + MOST_ENTRIES + " " + what + " in one file", "Leave generated files out of the report.");
    }
}
