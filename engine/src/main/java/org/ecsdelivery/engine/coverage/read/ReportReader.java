package org.ecsdelivery.engine.coverage.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.ecsdelivery.engine.coverage.CoverageSink;
import org.ecsdelivery.engine.coverage.LimitExceeded;
import org.ecsdelivery.engine.coverage.Limits;
import org.ecsdelivery.engine.coverage.UnreadableReport;

/** Reads a report of any format; the content tells which, never the name. Packed reports ({@code .gz}) are unpacked. */
public final class ReportReader {
    private final Limits limits;

    /** Makes a reader that goes no further than that. */
    public ReportReader(Limits limits) {
        this.limits = limits;
    }

    /** Makes a reader with the usual limits. */
    public ReportReader() {
        this(Limits.USUAL);
    }

    /** Reads that file; throws {@link UnreadableReport} when it is no report, broken, or hostile. */
    public ReportFormat read(Path file, CoverageSink sink) {
        String report = file.toString();
        try (InputStream in = Files.newInputStream(file)) {
            return read(report, in, sink);
        } catch (IOException e) {
            throw unreadable(report, String.valueOf(e.getMessage()), "Look whether the build may read the file.", e);
        }
    }

    /**
     * Reads a report from a stream, which stays open.
     *
     * @param report what messages call it
     */
    public ReportFormat read(String report, InputStream in, CoverageSink sink) {
        try {
            ReportBytes bytes = ReportBytes.of(in);
            ReportFormat format = FormatSearch.in(report, bytes);
            InputStream content = format.isText() ? bytes.asUtf8() : bytes.asTheyAre();
            format.parser(limits).parse(report, content, sink);
            return format;
        } catch (EOFException | ZipException e) {
            throw unreadable(
                    report,
                    "the packed file is broken: " + e.getMessage(),
                    "Look whether whoever wrote it was stopped on the way.",
                    e);
        } catch (LimitExceeded e) {
            throw unreadable(report, e.fact(), e.remedy(), e);
        } catch (IOException e) {
            throw unreadable(report, String.valueOf(e.getMessage()), "Look whether the build may read the file.", e);
        }
    }

    private static UnreadableReport unreadable(String report, String problem, String remedy, Exception cause) {
        return new UnreadableReport(report, "", problem, remedy, cause);
    }
}
