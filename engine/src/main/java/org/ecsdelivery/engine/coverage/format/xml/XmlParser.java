package org.ecsdelivery.engine.coverage.format.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.BiFunction;
import org.ecsdelivery.engine.coverage.CoverageSink;
import org.ecsdelivery.engine.coverage.LimitExceeded;
import org.ecsdelivery.engine.coverage.Limits;
import org.ecsdelivery.engine.coverage.UnreadableReport;
import org.ecsdelivery.engine.coverage.format.ReportParser;
import org.ecsdelivery.engine.coverage.format.TokenGuard;

/** Reads a report in XML; what its elements mean is told apart by {@link Elements}. */
final class XmlParser implements ReportParser {
    private final Limits limits;
    private final BiFunction<XmlTarget, Limits, Elements> meaning;

    XmlParser(Limits limits, BiFunction<XmlTarget, Limits, Elements> meaning) {
        this.limits = limits;
        this.meaning = meaning;
    }

    @Override
    public void parse(String report, InputStream in, CoverageSink sink) throws IOException {
        TokenGuard guard = new TokenGuard(in);
        XmlTarget target = new XmlTarget(report, sink);
        XmlScanner reader = new XmlScanner(XmlText.of(guard));
        try {
            Elements elements = meaning.apply(target, limits);
            read(reader, guard, elements);
            elements.finish();
            target.finish();
        } catch (LimitExceeded e) {
            throw new UnreadableReport(report, reader.place(), e.fact(), e.remedy(), e);
        } catch (BrokenXml e) {
            throw broken(report, reader.place(), e);
        }
    }

    private void read(XmlScanner reader, TokenGuard guard, Elements elements) throws IOException {
        boolean wanted = false;
        XmlScanner.Event event = reader.next();
        while (event != XmlScanner.Event.DONE) {
            guard.step();
            if (event == XmlScanner.Event.START) {
                check(reader.depth());
                elements.start(reader.element());
                wanted = elements.wantsText(reader.element().name());
                reader.wantText(wanted ? limits.nameBytes() : 0);
            } else {
                if (wanted) {
                    elements.text(reader.text().trim());
                    reader.wantText(0);
                    wanted = false;
                }
                elements.end(reader.ended());
            }
            event = reader.next();
        }
    }

    private void check(int depth) {
        if (depth > limits.depth()) {
            throw new LimitExceeded(
                    "elements lie more than " + limits.depth() + " deep in each other",
                    "The report is broken, or of another format.");
        }
    }

    private static UnreadableReport broken(String report, String where, Exception cause) {
        return new UnreadableReport(
                report,
                where,
                String.valueOf(cause.getMessage()),
                "Look whether the tool that writes it ran to its end, and whether two write to the same file.",
                cause);
    }
}
