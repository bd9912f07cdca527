package org.ecsdelivery.common.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.ecsdelivery.common.settings.CoverageBaseline.Counted;
import org.ecsdelivery.common.value.CoverageMetric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageBaselineTest {

    @Test
    void comesBackAsItWentIntoTheParameter() {
        CoverageBaseline baseline = new CoverageBaseline(
                "1.2 from=3",
                Map.of(CoverageMetric.LINES, new Counted(80, 100), CoverageMetric.BRANCHES, new Counted(7, 20)));

        assertThat(baseline.text()).isEqualTo("lines=80/100 branches=7/20 from=1.2 from=3");
        assertThat(CoverageBaseline.parse(baseline.text())).hasValue(baseline);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lines=80/100",
                "lines from=1",
                "lines=80 from=1",
                "rows=80/100 from=1",
                "lines=many/100 from=1",
                "lines=101/100 from=1",
                "lines=-1/100 from=1",
                "lines=0/0 from=1"
            })
    void takesNothingElseForABaseline(String text) {
        assertThat(CoverageBaseline.parse(text)).isEmpty();
    }

    @Test
    void cannotHaveMoreCoveredThanThereIs() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Counted(2, 1));
    }
}
