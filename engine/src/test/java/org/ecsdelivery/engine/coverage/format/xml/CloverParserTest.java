package org.ecsdelivery.engine.coverage.format.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecsdelivery.engine.coverage.read.Reading.only;
import static org.ecsdelivery.engine.coverage.read.Reading.text;

import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.engine.coverage.Count;
import org.ecsdelivery.engine.coverage.FileCoverage;
import org.ecsdelivery.engine.coverage.read.Reading;
import org.junit.jupiter.api.Test;

class CloverParserTest {
    @Test
    void readsTheDialectOfIstanbulWhereFalseCountIsTheBranchesMissed() {
        FileCoverage file = only(Reading.fixtures(CloverParserTest.class, "istanbul-clover.xml"));
        assertThat(file.path()).isEqualTo("/home/ci/work/src/app.ts");
        assertThat(file.lines()).hasToString("1:1 4:6 9:0");
        assertThat(file.count(CoverageMetric.BRANCHES)).isEqualTo(new Count(3, 4));
    }

    @Test
    void readsWhatPhpUnitWritesAndIgnoresTheTests() {
        FileCoverage file = only(Reading.fixtures(CloverParserTest.class, "phpunit-clover.xml"));
        assertThat(file.path()).isEqualTo("/var/www/src/Cart.php");
        assertThat(file.lines()).hasToString("9:4 10:4 15:0");
        assertThat(file.functions()).hasToString("add@7:4 clear@13:0");
        assertThat(file.count(CoverageMetric.CLASSES)).isEqualTo(new Count(1, 1));
    }

    @Test
    void readsBothWaysOutOfADecision() {
        FileCoverage file = only(text("<coverage clover='4.4'><project><package name='shop.web'><file name='A.java'>"
                + "<line num='3' type='cond' truecount='2' falsecount='0'/>"
                + "<line num='3' type='cond' truecount='0' falsecount='0'/></file></package></project></coverage>"));
        assertThat(file.path()).isEqualTo("shop/web/A.java");
        assertThat(file.branches()).hasToString("3*2 3.0 3*0 3.0");
        assertThat(file.lines()).hasToString("3:2");
    }
}
