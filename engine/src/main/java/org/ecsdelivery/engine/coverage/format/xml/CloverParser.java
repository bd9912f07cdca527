package org.ecsdelivery.engine.coverage.format.xml;

import java.io.IOException;
import java.io.InputStream;
import org.ecsdelivery.engine.coverage.CoverageSink;
import org.ecsdelivery.engine.coverage.Limits;
import org.ecsdelivery.engine.coverage.format.ReportParser;

/** Reads reports of Clover, of PHPUnit and of Istanbul. */
public final class CloverParser implements ReportParser {
    private final ReportParser xml;

    /** Makes a parser that goes no further than that. */
    public CloverParser(Limits limits) {
        this.xml = new XmlParser(limits, CloverElements::new);
    }

    @Override
    public void parse(String report, InputStream in, CoverageSink sink) throws IOException {
        xml.parse(report, in, sink);
    }
}
