package org.ecsdelivery.engine.coverage.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ecsdelivery.engine.coverage.CoverageCollector;
import org.ecsdelivery.engine.coverage.CoverageWarning.Kind;
import org.ecsdelivery.engine.coverage.FileCoverage;
import org.ecsdelivery.engine.coverage.PathPattern;
import org.ecsdelivery.engine.coverage.read.Reading;
import org.ecsdelivery.engine.coverage.read.ReportReader;
import org.junit.jupiter.api.Test;

class ResolvingSinkTest {
    private final PathResolver resolver =
            new PathResolver(CheckoutFiles.of(List.of("src/a.ts", "src/a.spec.ts")), "/opt/w", List.of());
    private final CoverageCollector collector = new CoverageCollector();

    private ResolvingSink read(String... paths) {
        ResolvingSink sink =
                new ResolvingSink("lcov.info", resolver.report(""), List.of(PathPattern.of("**/*.spec.ts")), collector);
        String report = String.join(
                "",
                List.of(paths).stream()
                        .map(path -> "SF:" + path + "\nDA:1,1\nend_of_record\n")
                        .toList());
        new ReportReader().read("lcov.info", new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8)), sink);
        sink.finish();
        return sink;
    }

    @Test
    void unitesWhatWasMeasuredInSeveralPlaces() {
        read("/app/src/a.ts");
        read("/opt/w/src/a.ts", "C:\\x\\src\\a.ts");
        assertThat(Reading.only(collector.report()).lines()).hasToString("1:3");
        assertThat(Reading.only(collector.report()).path()).isEqualTo("src/a.ts");
    }

    @Test
    void leavesOutWhatIsExcluded() {
        ResolvingSink sink = read("/app/src/a.spec.ts");
        assertThat(collector.report().isEmpty()).isTrue();
        assertThat(sink.excluded()).containsExactly("src/a.spec.ts");
    }

    @Test
    void keepsWhatIsNotFoundAndSaysSo() {
        ResolvingSink sink = read("/nowhere/b.ts", "/nowhere/b.ts", "/nowhere/c.ts");
        assertThat(sink.unresolved()).containsExactlyInAnyOrder("/nowhere/b.ts", "/nowhere/c.ts");
        assertThat(collector.report().files()).extracting(FileCoverage::path).contains("/nowhere/b.ts");
        assertThat(collector.report().warnings())
                .singleElement()
                .matches(it -> it.kind() == Kind.PATH_UNRESOLVED && it.times() == 2);
    }
}
