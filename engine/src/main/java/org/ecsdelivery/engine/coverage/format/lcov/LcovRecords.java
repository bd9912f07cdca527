package org.ecsdelivery.engine.coverage.format.lcov;

import java.nio.charset.StandardCharsets;
import org.ecsdelivery.engine.coverage.CoverageSink;
import org.ecsdelivery.engine.coverage.CoverageWarning.Kind;
import org.ecsdelivery.engine.coverage.Hits;
import org.ecsdelivery.engine.coverage.LimitExceeded;
import org.ecsdelivery.engine.coverage.Limits;
import org.ecsdelivery.engine.coverage.WarningTally;
import org.ecsdelivery.engine.coverage.format.ByteCursor;
import org.ecsdelivery.engine.coverage.format.LineBytes;

/** Understands one record after the other; most records of a tracefile are {@code DA} and {@code BRDA}. */
final class LcovRecords {
    private static final byte[] END = "end_of_record".getBytes(StandardCharsets.US_ASCII);

    private static final long MOST = 999_999_999;

    private final LineBytes lines;
    private final Limits limits;
    private final WarningTally warnings;
    private final LcovSection section;
    private final ByteCursor at = new ByteCursor();

    LcovRecords(LineBytes lines, Limits limits, WarningTally warnings, CoverageSink sink) {
        this.lines = lines;
        this.limits = limits;
        this.warnings = warnings;
        this.section = new LcovSection(limits, warnings, sink);
    }

    void read() {
        byte[] bytes = lines.bytes();
        int start = lines.start();
        int length = lines.end() - start;
        at.set(bytes, start, lines.end());
        if (length > 3 && bytes[start] == 'D' && bytes[start + 1] == 'A' && bytes[start + 2] == ':') {
            at.moveTo(start + 3);
            line();
        } else if (length > 5 && bytes[start] == 'B' && bytes[start + 1] == 'R' && bytes[start + 4] == ':') {
            at.moveTo(start + 5);
            branch();
        } else if (length > 0 && bytes[start] != '#') {
            other();
        }
    }

    void end() {
        if (section.isOpen()) {
            warnings.add(Kind.TRUNCATED, () -> "after line " + lines.number() + ": no end_of_record");
            section.close();
        }
    }

    boolean anyFile() {
        return section.anyFile();
    }

    private void line() {
        long line = at.digits();
        if (!at.skip(',')) {
            odd();
            return;
        }
        int from = at.position();
        long hits = at.digits();
        if (hits < 0 || !at.atEnd() && !at.skip(',')) {
            hits = oddCount(from, at.find(','));
        }
        if (hits >= 0 && isLine(line) && isInFile()) {
            section.builder().line((int) line, hits);
        }
    }

    /** Nearly every branch is told in plain numbers. */
    private void branch() {
        int from = at.position();
        long line = at.digits();
        long block = at.skip(',') ? at.digits() : ByteCursor.NO_NUMBER;
        long arm = at.skip(',') ? at.digits() : ByteCursor.NO_NUMBER;
        if (block < 0 || block > MOST || arm < 0 || arm > MOST || !at.skip(',')) {
            at.moveTo(from);
            namedBranch();
            return;
        }
        boolean never = at.skip('-');
        long taken = never ? 0 : at.digits();
        if (taken < 0 || !at.atEnd()) {
            at.moveTo(from);
            namedBranch();
        } else if (isLine(line) && isInFile()) {
            section.builder().branch((int) line, (int) block, (int) arm, never ? Hits.NEVER_EVALUATED : Hits.of(taken));
        }
    }

    private void namedBranch() {
        long line = at.digits();
        if (!at.skip(',')) {
            odd();
            return;
        }
        while (at.skip('e') || at.skip('f')) {
            // exceptions and fall-throughs are branches like others
        }
        boolean unreachable = at.skip('U');
        int comma = at.find(',');
        int last = at.findLast(',');
        if (last <= comma) {
            odd();
            return;
        }
        int block = at.nameNumber(comma);
        at.moveTo(comma + 1);
        int arm = at.nameNumber(last);
        at.moveTo(last + 1);
        int taken = taken();
        if (!unreachable && isLine(line) && taken != Integer.MIN_VALUE && isInFile()) {
            section.builder().branch((int) line, block, arm, taken);
        }
    }

    private int taken() {
        int from = at.position();
        if (at.skip('-') && at.atEnd()) {
            return Hits.NEVER_EVALUATED;
        }
        at.moveTo(from);
        long times = at.digits();
        if (times < 0 || !at.atEnd()) {
            times = oddCount(from, at.end());
        }
        return times < 0 ? Integer.MIN_VALUE : Hits.of(times);
    }

    private long oddCount(int from, int to) {
        at.moveTo(from);
        boolean negative = at.skip('-');
        at.moveTo(from);
        long count = at.oddCount(to);
        if (count < 0 || negative) {
            odd();
        }
        return count;
    }

    private void other() {
        if (at.startsWith(END)) {
            section.close();
            return;
        }
        int colon = at.find(':');
        String kind = colon - at.position() > 4 ? "" : at.text(colon);
        at.moveTo(Math.min(colon + 1, at.end()));
        switch (kind) {
            case "SF", "KF" -> open();
            case "FN" -> function();
            case "FNDA" -> functionHits();
            case "FNL" -> functionGroup();
            case "FNA" -> functionAlias();
            case "LF", "LH", "BRF", "BRH", "FNF", "FNH" -> section.header(kind, at.digits());
            case "TN", "VER", "MCDC", "MCF", "MCH" -> {
                // names of tests and conditions of conditions are not counted
            }
            default -> warnings.add(Kind.UNKNOWN_RECORD, this::place);
        }
    }

    private void open() {
        if (section.isOpen()) {
            warnings.add(Kind.TRUNCATED, () -> "before line " + lines.number() + ": no end_of_record");
            section.close();
        }
        if (at.end() - at.position() > limits.pathBytes()) {
            throw new LimitExceeded(
                    "a path of " + (at.end() - at.position()) + " bytes, more than " + limits.pathBytes(),
                    "The report is broken, or of another format.");
        }
        if (at.atEnd()) {
            odd();
        } else {
            section.open(at.text(at.end()));
        }
    }

    private void function() {
        long line = at.digits();
        if (!at.skip(',')) {
            odd();
            return;
        }
        int name = at.position();
        if (at.digits() < 0 || !at.skip(',') || at.atEnd()) {
            at.moveTo(name);
        }
        if (isLineOrUnknown(line) && isInFile()) {
            section.functions().declare((int) line, lines.bytes(), at.position(), at.end());
        }
    }

    private void functionHits() {
        int from = at.position();
        int comma = at.find(',');
        long hits = at.digits();
        if (comma == at.end()) {
            odd();
            return;
        }
        if (at.position() != comma) {
            hits = oddCount(from, comma);
        }
        if (hits >= 0 && at.skip(',') && isInFile()) {
            section.functions().hits(hits, lines.bytes(), at.position(), at.end());
        }
    }

    private void functionGroup() {
        long group = at.digits();
        at.skip(',');
        long line = at.digits();
        if (group >= 0 && isLineOrUnknown(line) && isInFile()) {
            section.functions().group(group, (int) line);
        }
    }

    private void functionAlias() {
        long group = at.digits();
        at.skip(',');
        long hits = at.digits();
        if (group < 0 || hits < 0 || !at.skip(',')) {
            odd();
        } else if (isInFile()) {
            section.functions().alias(group, hits, lines.bytes(), at.position(), at.end());
        }
    }

    private boolean isLine(long line) {
        if (line > 0 && line <= limits.line()) {
            return true;
        }
        odd();
        return false;
    }

    private boolean isLineOrUnknown(long line) {
        return line == 0 || isLine(line);
    }

    private boolean isInFile() {
        if (!section.isOpen()) {
            warnings.add(Kind.UNKNOWN_RECORD, this::place);
        }
        return section.isOpen();
    }

    private void odd() {
        warnings.add(Kind.ODD_NUMBER, this::place);
    }

    private String place() {
        int to = Math.min(lines.end(), lines.start() + 120);
        String text = new String(lines.bytes(), lines.start(), to - lines.start(), StandardCharsets.UTF_8);
        return "line " + lines.number() + ": " + text;
    }
}
