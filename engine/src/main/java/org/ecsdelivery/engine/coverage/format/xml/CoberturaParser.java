package org.ecsdelivery.engine.coverage.format.xml;

import java.io.IOException;
import java.io.InputStream;
import org.ecsdelivery.engine.coverage.CoverageSink;
import org.ecsdelivery.engine.coverage.Limits;
import org.ecsdelivery.engine.coverage.format.ReportParser;

/** Reads reports of Cobertura and of the many tools that write its format. */
public final class CoberturaParser implements ReportParser {
    private final ReportParser xml;

    /** Makes a parser that goes no further than that. */
    public CoberturaParser(Limits limits) {
        this.xml = new XmlParser(limits, CoberturaElements::new);
    }

    @Override
    public void parse(String report, InputStream in, CoverageSink sink) throws IOException {
        xml.parse(report, in, sink);
    }
}
