package org.ecsdelivery.engine.coverage.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.CoverageReport;
import org.ecsdelivery.engine.coverage.read.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratedTest {
    private static byte[] report(Generated format, int shard) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.files(60, shard, bytes);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void isReadWithTheTotalsItWasWrittenWith(Generated format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Known known = format.files(60, 0, bytes);
        CoverageReport report = Reading.bytes(bytes.toByteArray());
        assertThat(Known.of(report.totals())).isEqualTo(known.toString());
        assertThat(report.files()).hasSize(60);
        assertThat(report.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void hasTheSameFilesInEachShardAndMoreCoveredInBoth(Generated format) throws IOException {
        CoverageReport one = Reading.bytes(report(format, 0));
        CoverageReport both = Reading.bytes(report(format, 0), report(format, 1));
        assertThat(both.totals().of(CoverageMetric.LINES).total())
                .isEqualTo(one.totals().of(CoverageMetric.LINES).total());
        assertThat(both.totals().of(CoverageMetric.LINES).covered())
                .isGreaterThan(one.totals().of(CoverageMetric.LINES).covered());
    }

    @ParameterizedTest
    @EnumSource
    void comesToTheSameTotalsHoweverManyRounds(Generated format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Known known = format.rounds(40, 2_000_000, bytes);
        assertThat(Known.of(Reading.bytes(bytes.toByteArray()).totals())).isEqualTo(known.toString());
    }
}
