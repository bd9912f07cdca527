package org.ecsdelivery.engine.coverage.format;

import java.io.IOException;
import java.io.InputStream;
import org.ecsdelivery.engine.coverage.CoverageSink;

/** Reads one format from the first byte to the last, without ever holding the report as a whole. */
public interface ReportParser {
    /**
     * Reads a report. Throws {@link org.ecsdelivery.engine.coverage.UnreadableReport} when it cannot be understood.
     *
     * @param report the path of the report, for messages
     * @param in its bytes, unpacked
     * @param sink takes what it tells, file by file
     */
    void parse(String report, InputStream in, CoverageSink sink) throws IOException;
}
