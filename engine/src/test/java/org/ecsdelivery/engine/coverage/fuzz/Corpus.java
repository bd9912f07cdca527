package org.ecsdelivery.engine.coverage.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ecsdelivery.engine.coverage.format.go.GoProfileParserTest;
import org.ecsdelivery.engine.coverage.format.json.IstanbulParserTest;
import org.ecsdelivery.engine.coverage.format.lcov.LcovParserTest;
import org.ecsdelivery.engine.coverage.format.xml.HostileXmlTest;
import org.ecsdelivery.engine.coverage.generate.Generated;
import org.ecsdelivery.engine.coverage.patch.UnifiedDiffTest;
import org.ecsdelivery.engine.coverage.read.Reading;

/** Good reports of every format, small ones, to be broken. */
final class Corpus {
    private final List<byte[]> reports = new ArrayList<>();

    Corpus() throws IOException {
        for (Generated format : Generated.values()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            format.files(2, 0, bytes);
            reports.add(bytes.toByteArray());
        }
        add(LcovParserTest.class, "istanbul.info", "lcov22.info");
        add(IstanbulParserTest.class, "coverage-final.json", "coverage-summary.json");
        add(GoProfileParserTest.class, "cover.out");
        add(
                HostileXmlTest.class,
                "coveragepy.xml",
                "java-cobertura.xml",
                "jacoco.xml",
                "jacoco-without-lines.xml",
                "istanbul-clover.xml",
                "phpunit-clover.xml",
                "opencover.xml");
        add(UnifiedDiffTest.class, "git.diff");
    }

    private void add(Class<?> test, String... fixtures) {
        for (String fixture : fixtures) {
            reports.add(Reading.fixture(test, fixture));
        }
    }

    int size() {
        return reports.size();
    }

    byte[] get(int index) {
        return reports.get(index);
    }
}
