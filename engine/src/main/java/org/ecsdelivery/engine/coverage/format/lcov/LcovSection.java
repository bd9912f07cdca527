package org.ecsdelivery.engine.coverage.format.lcov;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.CoverageSink;
import org.ecsdelivery.engine.coverage.CoverageWarning.Kind;
import org.ecsdelivery.engine.coverage.FileCoverage;
import org.ecsdelivery.engine.coverage.FileCoverageBuilder;
import org.ecsdelivery.engine.coverage.Limits;
import org.ecsdelivery.engine.coverage.Repeats;
import org.ecsdelivery.engine.coverage.WarningTally;

/** The records of one file, from {@code SF} to {@code end_of_record}. */
final class LcovSection {
    private final WarningTally warnings;
    private final CoverageSink sink;
    private final FileCoverageBuilder builder;
    private final LcovFunctions functions;
    private final Map<String, Long> headers = new LinkedHashMap<>();
    private String path = "";
    private boolean anyFile;

    LcovSection(Limits limits, WarningTally warnings, CoverageSink sink) {
        this.warnings = warnings;
        this.sink = sink;
        this.builder = new FileCoverageBuilder(Repeats.ADD_UP, limits);
        this.functions = new LcovFunctions(builder);
    }

    boolean isOpen() {
        return !path.isEmpty();
    }

    boolean anyFile() {
        return anyFile;
    }

    FileCoverageBuilder builder() {
        return builder;
    }

    LcovFunctions functions() {
        return functions;
    }

    void open(String file) {
        path = file;
        anyFile = true;
    }

    void header(String kind, long value) {
        headers.put(kind, value);
    }

    void close() {
        if (isOpen()) {
            functions.join();
            FileCoverage file = builder.build(path);
            check(file, "LF", file.count(CoverageMetric.LINES).total());
            check(file, "LH", file.count(CoverageMetric.LINES).covered());
            check(file, "BRF", file.count(CoverageMetric.BRANCHES).total());
            check(file, "BRH", file.count(CoverageMetric.BRANCHES).covered());
            Count called = file.count(CoverageMetric.FUNCTIONS);
            check(file, "FNF", called.total());
            check(file, "FNH", called.covered());
            sink.file(file);
        }
        headers.clear();
        path = "";
    }

    private void check(FileCoverage file, String kind, long counted) {
        Long told = headers.get(kind);
        if (told != null && told != counted) {
            warnings.add(Kind.HEADER_DIFFERS, () -> file.path() + ": " + kind + ":" + told + ", counted " + counted);
        }
    }
}
