package org.ecsdelivery.common.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"%build.number%", "v%build.number%-x", "%a%%b%", "100%% of %share%", "%env.AWS_REGION%"})
    void waitForTheBuildWhileTheyAreUnresolved(String text) {
        assertThat(References.UNRESOLVED.defers(text)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "plain", "100%", "100%%", "%%build.number%%", "5% and 6%", "%"})
    void areNotSeenInPercentSignsAlone(String text) {
        assertThat(References.UNRESOLVED.defers(text)).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"%build.number%", "%%x%%", "100%"})
    void areOnlyPercentSignsOnceResolved(String text) {
        assertThat(References.RESOLVED.defers(text)).isFalse();
    }
}
