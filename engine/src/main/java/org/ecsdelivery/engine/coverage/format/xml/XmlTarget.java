package org.ecsdelivery.engine.coverage.format.xml;

import org.ecsdelivery.engine.coverage.CoverageSink;
import org.ecsdelivery.engine.coverage.CoverageWarning.Kind;
import org.ecsdelivery.engine.coverage.FileCoverage;
import org.ecsdelivery.engine.coverage.LimitExceeded;
import org.ecsdelivery.engine.coverage.WarningTally;

/** Where the files and the warnings of one report go. */
final class XmlTarget {
    private static final int LONGEST_PATH = 8_192;

    private final CoverageSink sink;
    private final WarningTally warnings;
    private boolean anyFile;

    XmlTarget(String report, CoverageSink sink) {
        this.sink = sink;
        this.warnings = new WarningTally(report);
    }

    void file(FileCoverage file) {
        if (file.path().length() > LONGEST_PATH) {
            throw new LimitExceeded(
                    "a path of " + file.path().length() + " letters, more than " + LONGEST_PATH,
                    "The report is broken, or of another format.");
        }
        anyFile = true;
        sink.file(file);
    }

    void sourceRoot(String directory) {
        sink.sourceRoot(directory);
    }

    void odd(Element element, String attribute) {
        warnings.add(
                Kind.ODD_NUMBER,
                () -> element.place() + ": " + attribute + "=\"" + element.value(attribute) + "\" of "
                        + element.name());
    }

    void headerDiffers(String what, long told, long counted) {
        if (told >= 0 && told != counted) {
            warnings.add(Kind.HEADER_DIFFERS, () -> what + " " + told + ", counted " + counted);
        }
    }

    void finish() {
        if (!anyFile) {
            warnings.add(Kind.NO_FILES, () -> "no file or class is in it");
        }
        warnings.warnings().forEach(sink::warning);
    }
}
