package org.ecsdelivery.engine.coverage.format.xml;

import org.ecsdelivery.engine.coverage.FileCoverageBuilder;
import org.ecsdelivery.engine.coverage.Hits;
import org.ecsdelivery.engine.coverage.LimitExceeded;
import org.ecsdelivery.engine.coverage.Limits;
import org.ecsdelivery.engine.coverage.Repeats;
import org.ecsdelivery.engine.coverage.StatementTable;

/** The file that the points of OpenCover belong to; points of one file mostly come together. */
final class OpenCoverFile {
    /** The line compilers give to code that is in no line. */
    private static final int HIDDEN = 0xFEEFEE;

    private static final int LONGEST = 20_000;

    private final XmlTarget target;
    private final Limits limits;
    private final FileCoverageBuilder builder;
    private String path = "";

    OpenCoverFile(XmlTarget target, Limits limits) {
        this.target = target;
        this.limits = limits;
        this.builder = new FileCoverageBuilder(Repeats.OVERLAP, limits);
    }

    void open(String file) {
        if (!file.equals(path)) {
            close();
            path = file;
        }
    }

    void close() {
        if (!path.isEmpty()) {
            target.file(builder.build(path));
        }
        builder.clear();
        path = "";
    }

    /** Adds a sequence point and returns its line, 0 when it has none. */
    int statement(Element element, long hits) {
        int line = line(element, "sl");
        if (line == 0) {
            return 0;
        }
        int end = Math.max(line, Math.min(element.countOrNone("el"), limits.line()));
        if (end - line > LONGEST) {
            throw new LimitExceeded(
                    "a sequence point of " + (end - line) + " lines, more than " + LONGEST,
                    "The report is broken, or not a coverage report.");
        }
        for (int i = line; i <= end; i++) {
            builder.line(i, hits);
        }
        builder.statement(
                StatementTable.position(line, element.countOrNone("sc")),
                StatementTable.position(end, element.countOrNone("ec")),
                1,
                hits);
        return line;
    }

    void branch(Element element, int otherwise) {
        int line = element.has("sl") ? line(element, "sl") : otherwise;
        if (line > 0 && !path.isEmpty()) {
            builder.branch(
                    line, element.countOrNone("offset"), element.countOrNone("path"), Hits.of(element.count("vc")));
        }
    }

    private int line(Element element, String attribute) {
        long line = element.count(attribute);
        if (line == HIDDEN) {
            return 0;
        }
        if (path.isEmpty() || line <= 0 || line > limits.line()) {
            target.odd(element, attribute);
            return 0;
        }
        return (int) line;
    }

    void function(int line, String name, long hits) {
        if (!path.isEmpty()) {
            builder.function(line, name, hits);
        }
    }

    void type(String name, boolean ran) {
        if (!path.isEmpty() && !name.isEmpty()) {
            builder.type(name, ran);
        }
    }
}
