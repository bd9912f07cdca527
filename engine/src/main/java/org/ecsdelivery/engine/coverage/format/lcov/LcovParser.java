package org.ecsdelivery.engine.coverage.format.lcov;

import java.io.IOException;
import java.io.InputStream;
import org.ecsdelivery.engine.coverage.CoverageSink;
import org.ecsdelivery.engine.coverage.CoverageWarning.Kind;
import org.ecsdelivery.engine.coverage.LimitExceeded;
import org.ecsdelivery.engine.coverage.Limits;
import org.ecsdelivery.engine.coverage.UnreadableReport;
import org.ecsdelivery.engine.coverage.WarningTally;
import org.ecsdelivery.engine.coverage.format.LineBytes;
import org.ecsdelivery.engine.coverage.format.ReportParser;

/** Reads tracefiles of lcov. */
public final class LcovParser implements ReportParser {
    private final Limits limits;

    /** Makes a parser that goes no further than that. */
    public LcovParser(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void parse(String report, InputStream in, CoverageSink sink) throws IOException {
        LineBytes lines = new LineBytes(in);
        WarningTally warnings = new WarningTally(report);
        LcovRecords records = new LcovRecords(lines, limits, warnings, sink);
        try {
            while (lines.next()) {
                records.read();
            }
            records.end();
        } catch (LimitExceeded e) {
            throw new UnreadableReport(report, "line " + lines.number(), e.fact(), e.remedy(), e);
        }
        if (!records.anyFile()) {
            warnings.add(Kind.NO_FILES, () -> "no line starts with SF:");
        }
        warnings.warnings().forEach(sink::warning);
    }
}
