package org.ecsdelivery.engine.coverage.read;

import java.util.function.Function;
import org.ecsdelivery.engine.coverage.Limits;
import org.ecsdelivery.engine.coverage.format.ReportParser;
import org.ecsdelivery.engine.coverage.format.lcov.LcovParser;

/** The formats that can be read. */
public enum ReportFormat {
    /** Tracefiles of lcov, which most tools can write. */
    LCOV("lcov", true, LcovParser::new);

    private final String label;
    private final boolean text;
    private final Function<Limits, ReportParser> parser;

    ReportFormat(String label, boolean text, Function<Limits, ReportParser> parser) {
        this.label = label;
        this.text = text;
        this.parser = parser;
    }

    /** Returns what people call it. */
    public String label() {
        return label;
    }

    /** Tells whether it is plain text, whose encoding nothing in it tells. */
    boolean isText() {
        return text;
    }

    /** Makes a parser that goes no further than that. */
    public ReportParser parser(Limits limits) {
        return parser.apply(limits);
    }
}
