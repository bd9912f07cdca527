package org.ecsdelivery.engine.coverage.format.go;

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

/** Reads profiles that {@code go test -coverprofile} writes, also several of them put together. */
public final class GoProfileParser implements ReportParser {
    private final Limits limits;

    /** Makes a parser that goes no further than that. */
    public GoProfileParser(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void parse(String report, InputStream in, CoverageSink sink) throws IOException {
        LineBytes lines = new LineBytes(in);
        WarningTally warnings = new WarningTally(report);
        GoBlocks blocks = new GoBlocks(lines, limits, warnings, sink);
        try {
            while (lines.next()) {
                blocks.read();
            }
            blocks.close();
        } catch (LimitExceeded e) {
            throw new UnreadableReport(report, "line " + lines.number(), e.fact(), e.remedy(), e);
        }
        if (!blocks.anyFile()) {
            warnings.add(Kind.NO_FILES, () -> "no block follows the mode");
        }
        warnings.warnings().forEach(sink::warning);
    }
}
