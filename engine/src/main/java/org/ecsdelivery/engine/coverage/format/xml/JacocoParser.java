package org.ecsdelivery.engine.coverage.format.xml;

import java.io.IOException;
import java.io.InputStream;
import org.ecsdelivery.engine.coverage.CoverageSink;
import org.ecsdelivery.engine.coverage.Limits;
import org.ecsdelivery.engine.coverage.format.ReportParser;

/** Reads reports of JaCoCo, also of Kover and Gradle. */
public final class JacocoParser implements ReportParser {
    private final ReportParser xml;

    /** Makes a parser that goes no further than that. */
    public JacocoParser(Limits limits) {
        this.xml = new XmlParser(limits, JacocoElements::new);
    }

    @Override
    public void parse(String report, InputStream in, CoverageSink sink) throws IOException {
        xml.parse(report, in, sink);
    }
}
