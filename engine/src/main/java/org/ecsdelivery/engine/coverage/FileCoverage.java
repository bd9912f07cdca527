package org.ecsdelivery.engine.coverage;

import java.util.Objects;
import org.ecsdelivery.common.value.CoverageMetric;

/** What was covered of one source file. It never changes; numbers lie in plain arrays, since reports have millions. */
public final class FileCoverage {
    private final String path;
    private final LineTable lines;
    private final BranchTable branches;
    private final NamedTable functions;
    private final NamedTable classes;
    private final StatementTable statements;
    private final CountTable instructions;
    private final Totals summary;
    private final boolean placeholder;

    FileCoverage(String path, Tables tables, Totals summary, boolean placeholder) {
        this.path = path;
        this.lines = tables.lines();
        this.branches = tables.branches();
        this.functions = tables.functions();
        this.classes = tables.classes();
        this.statements = tables.statements();
        this.instructions = tables.instructions();
        this.summary = summary;
        this.placeholder = placeholder;
    }

    /** Returns the path: as the report has it, or within the checkout once it is resolved. */
    public String path() {
        return path;
    }

    /** Returns the lines that hold code. */
    public LineTable lines() {
        return lines;
    }

    /** Returns the branches. */
    public BranchTable branches() {
        return branches;
    }

    /** Returns the functions or methods. */
    public NamedTable functions() {
        return functions;
    }

    /** Returns the classes, where the format knows them. */
    public NamedTable classes() {
        return classes;
    }

    /** Returns the statements, where the format knows them. */
    public StatementTable statements() {
        return statements;
    }

    /** Returns the instructions of each line, where the format knows them. */
    public CountTable instructions() {
        return instructions;
    }

    /** Returns the exact count of that metric: from the details, or from the report's own sum where it has no details. */
    public Count count(CoverageMetric metric) {
        Count counted = switch (metric) {
            case LINES -> lines.count();
            case BRANCHES -> branches.count();
            case FUNCTIONS -> functions.count();
            case CLASSES -> classes.count();
            case STATEMENTS -> statements.count();
            case INSTRUCTIONS -> instructions.count();
        };
        return counted.isEmpty() ? summary.of(metric) : counted;
    }

    /** Returns the exact counts of all metrics. */
    public Totals totals() {
        Totals totals = Totals.NONE;
        for (CoverageMetric metric : CoverageMetric.values()) {
            totals = totals.with(metric, count(metric));
        }
        return totals;
    }

    /** Tells whether the report only gave sums of this file, no lines. */
    public boolean isSummary() {
        return lines.size() == 0 && statements.size() == 0 && !summary.isEmpty();
    }

    /** Tells whether nothing of this file was counted. */
    public boolean isEmpty() {
        return entries() == 0 && summary.isEmpty();
    }

    /** Returns how many details are held: lines, branches and all else. */
    public long entries() {
        return (long) lines.size()
                + branches.size()
                + functions.size()
                + classes.size()
                + 3L * statements.size()
                + instructions.size();
    }

    /** Returns the same coverage of that path. */
    public FileCoverage withPath(String changed) {
        return changed.equals(path) ? this : new FileCoverage(changed, tables(), summary, placeholder);
    }

    /** Returns what two reports tell of this file together. */
    public FileCoverage merge(FileCoverage other) {
        if (placeholder != other.placeholder) {
            return placeholder ? other.withPath(path) : this;
        }
        return new FileCoverage(path, tables().merge(other.tables()), summary.max(other.summary), placeholder);
    }

    /** Tells whether bringing both together leaves branches that could only be counted, or found no counterpart. */
    boolean isMergedByCount(FileCoverage other, FileCoverage merged) {
        int most = Math.max(branches.size(), other.branches.size());
        return branches.size() > 0
                && other.branches.size() > 0
                && (branches.isCountOnly(0) || other.branches.isCountOnly(0) || merged.branches.size() > most);
    }

    private Tables tables() {
        return new Tables(lines, branches, functions, classes, statements, instructions);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileCoverage file
                && file.path.equals(path)
                && file.tables().equals(tables())
                && file.summary.equals(summary);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, tables(), summary);
    }

    @Override
    public String toString() {
        return path + " " + totals();
    }

    /** The details of one file. */
    record Tables(
            LineTable lines,
            BranchTable branches,
            NamedTable functions,
            NamedTable classes,
            StatementTable statements,
            CountTable instructions) {
        Tables merge(Tables other) {
            return new Tables(
                    lines.merge(other.lines),
                    branches.merge(other.branches),
                    functions.merge(other.functions),
                    classes.merge(other.classes),
                    statements.merge(other.statements),
                    instructions.merge(other.instructions));
        }
    }
}
