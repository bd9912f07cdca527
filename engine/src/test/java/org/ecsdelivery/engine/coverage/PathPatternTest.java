package org.ecsdelivery.engine.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

    @ParameterizedTest
    @CsvSource({
        "src/a.js, src/a.js",
        "src/*.js, src/a.js",
        "src/*, src/.hidden",
        "src/**, src/a.js",
        "src/**, src/deep/er/a.js",
        "src/, src/deep/a.js",
        "**/a.js, a.js",
        "**/a.js, src/deep/a.js",
        "**/gen/**, gen/a.js",
        "**/gen/**, src/gen/deep/a.js",
        "**/*.generated.??, src/x.generated.ts",
        "src/**/test/*.js, src/test/a.js",
        "src\\*.js, src/a.js",
        "**, anything/at/all",
    })
    void fits(String pattern, String path) {
        assertThat(PathPattern.of(pattern).fits(path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "src/a.js, src/b.js",
        "src/*.js, src/deep/a.js",
        "*.js, src/a.js",
        "src/**, source/a.js",
        "src/?.js, src/ab.js",
        "src/**/test/*.js, src/test/deep/a.js",
        "a.js, A.js",
    })
    void doesNotFit(String pattern, String path) {
        assertThat(PathPattern.of(pattern).fits(path)).isFalse();
    }

    @Test
    void takesNoLongerForAPatternMadeToTakeLong() {
        String pattern = "**/".repeat(200) + "*a".repeat(200) + "b";
        String path = "a/".repeat(200) + "a".repeat(2000);

        assertThat(PathPattern.of(pattern).fits(path)).isFalse();
    }
}
