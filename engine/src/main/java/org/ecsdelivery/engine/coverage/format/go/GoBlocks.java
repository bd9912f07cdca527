package org.ecsdelivery.engine.coverage.format.go;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ecsdelivery.engine.coverage.CoverageSink;
import org.ecsdelivery.engine.coverage.CoverageWarning.Kind;
import org.ecsdelivery.engine.coverage.FileCoverageBuilder;
import org.ecsdelivery.engine.coverage.LimitExceeded;
import org.ecsdelivery.engine.coverage.Limits;
import org.ecsdelivery.engine.coverage.Repeats;
import org.ecsdelivery.engine.coverage.StatementTable;
import org.ecsdelivery.engine.coverage.WarningTally;
import org.ecsdelivery.engine.coverage.format.ByteCursor;
import org.ecsdelivery.engine.coverage.format.LineBytes;

/**
 * The blocks of a profile, {@code path:line.column,line.column statements count}. Tests of several packages tell the same
 * block again and again: a block counts once. A line ran as often as the busiest block on it.
 */
final class GoBlocks {
    private static final byte[] MODE = "mode:".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST = 100_000;

    private final LineBytes lines;
    private final Limits limits;
    private final WarningTally warnings;
    private final CoverageSink sink;
    private final FileCoverageBuilder builder;
    private final ByteCursor at = new ByteCursor();
    private byte[] path = {};
    private boolean anyFile;

    GoBlocks(LineBytes lines, Limits limits, WarningTally warnings, CoverageSink sink) {
        this.lines = lines;
        this.limits = limits;
        this.warnings = warnings;
        this.sink = sink;
        this.builder = new FileCoverageBuilder(Repeats.OVERLAP, limits);
    }

    boolean anyFile() {
        return anyFile;
    }

    void read() {
        at.set(lines.bytes(), lines.start(), lines.end());
        if (at.atEnd() || at.startsWith(MODE)) {
            return;
        }
        int colon = at.findLast(':');
        if (colon <= at.position()) {
            odd();
            return;
        }
        at.moveTo(colon + 1);
        block(colon);
    }

    private void block(int colon) {
        long startLine = number('.');
        long startColumn = number(',');
        long endLine = number('.');
        long endColumn = number(' ');
        long statements = number(' ');
        long hits = at.digits();
        boolean numbers = startLine > 0 && startColumn >= 0 && endColumn >= 0 && statements >= 0 && hits >= 0;
        if (!numbers || !at.atEnd() || endLine < startLine || endLine > limits.line() || statements > LONGEST) {
            odd();
            return;
        }
        open(colon);
        builder.statement(
                StatementTable.position((int) startLine, (int) Math.min(startColumn, Integer.MAX_VALUE)),
                StatementTable.position((int) endLine, (int) Math.min(endColumn, Integer.MAX_VALUE)),
                (int) statements,
                hits);
        boolean endsBefore = endColumn <= 2 && endLine > startLine;
        lines((int) startLine, (int) (endsBefore ? endLine - 1 : endLine), hits);
    }

    private void lines(int from, int to, long hits) {
        if (to - from > LONGEST) {
            throw new LimitExceeded(
                    "a block of " + (to - from) + " lines, more than " + LONGEST,
                    "The profile is broken, or a generated file should be left out of it.");
        }
        for (int line = from; line <= to; line++) {
            builder.line(line, hits);
        }
    }

    /** Reads a number and the letter after it; a number below zero when it is not there. */
    private long number(char after) {
        long number = at.digits();
        return at.skip(after) ? number : ByteCursor.NO_NUMBER;
    }

    private void open(int colon) {
        if (!Arrays.equals(path, 0, path.length, lines.bytes(), lines.start(), colon)) {
            close();
            path = Arrays.copyOfRange(lines.bytes(), lines.start(), colon);
            if (path.length > limits.pathBytes()) {
                throw new LimitExceeded(
                        "a path of " + path.length + " bytes, more than " + limits.pathBytes(),
                        "The profile is broken, or of another format.");
            }
        }
    }

    void close() {
        if (path.length > 0) {
            anyFile = true;
            sink.file(builder.build(new String(path, StandardCharsets.UTF_8)));
        }
        path = new byte[0];
    }

    private void odd() {
        warnings.add(Kind.ODD_NUMBER, () -> {
            int to = Math.min(lines.end(), lines.start() + 120);
            return "line " + lines.number() + ": "
                    + new String(lines.bytes(), lines.start(), to - lines.start(), StandardCharsets.UTF_8);
        });
    }
}
