package org.ecsdelivery.dist.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each trap on the page about reliability names tests that are there. */
class TrapsPageTest {
    private static final Pattern NAME = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    static Stream<String> traps() throws IOException {
        String page = Files.readString(Readme.PROJECT.resolve("docs/reliability.md"));
        return page.substring(page.indexOf("\n## Traps\n"))
                .lines()
                .dropWhile(line -> !line.startsWith("|---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"));
    }

    private static List<MatchResult> named(String trap) {
        return NAME.matcher(trap).results().toList();
    }

    @Test
    void tellsTraps() throws IOException {
        assertThat(traps()).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("traps")
    void namesATestThatIsThere(String trap) throws IOException {
        assertThat(named(trap)).as("tests that hold: " + trap).isNotEmpty();
        for (MatchResult test : named(trap)) {
            assertThat(source(test.group(1)))
                    .as(test.group())
                    .containsPattern("@(Parameterized)?Test\\b[^;]*\\bvoid " + test.group(2) + "\\(");
        }
    }

    private static String source(String testClass) throws IOException {
        try (Stream<Path> files = Files.find(
                Readme.PROJECT,
                15,
                (file, kind) ->
                        file.endsWith(testClass + ".java") && file.toString().contains("/src/test/java/"))) {
            List<Path> found = files.toList();
            assertThat(found).as(testClass).hasSize(1);
            return Files.readString(found.get(0));
        }
    }
}
