package org.ecsdelivery.engine.coverage.read;

import java.util.function.Function;
import org.ecsdelivery.engine.coverage.Limits;
import org.ecsdelivery.engine.coverage.format.ReportParser;
import org.ecsdelivery.engine.coverage.format.go.GoProfileParser;
import org.ecsdelivery.engine.coverage.format.json.IstanbulParser;
import org.ecsdelivery.engine.coverage.format.lcov.LcovParser;
import org.ecsdelivery.engine.coverage.format.xml.CloverParser;
import org.ecsdelivery.engine.coverage.format.xml.CoberturaParser;
import org.ecsdelivery.engine.coverage.format.xml.JacocoParser;
import org.ecsdelivery.engine.coverage.format.xml.OpenCoverParser;

/** The formats that can be read. */
public enum ReportFormat {
    /** Tracefiles of lcov, which most tools can write. */
    LCOV("lcov", true, LcovParser::new),
    /** Profiles of Go. */
    GO("Go", true, GoProfileParser::new),
    /** Istanbul's {@code coverage-final.json}, with all details. */
    ISTANBUL("Istanbul", false, IstanbulParser::new),
    /** Istanbul's {@code coverage-summary.json}, which has only sums. */
    ISTANBUL_SUMMARY("Istanbul summary", false, IstanbulParser::new),
    /** Cobertura and those that write its format. */
    COBERTURA("Cobertura", false, CoberturaParser::new),
    /** JaCoCo. */
    JACOCO("JaCoCo", false, JacocoParser::new),
    /** Clover. */
    CLOVER("Clover", false, CloverParser::new),
    /** OpenCover. */
    OPENCOVER("OpenCover", false, OpenCoverParser::new);

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
