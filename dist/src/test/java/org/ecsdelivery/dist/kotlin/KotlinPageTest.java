package org.ecsdelivery.dist.kotlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page about the Kotlin DSL names what the descriptors hold. */
class KotlinPageTest {
    private String page = "";

    @BeforeEach
    void read() throws Exception {
        page = Files.readString(Path.of("..", "docs", "kotlin-dsl.md"));
    }

    @Test
    void namesEveryFunctionWithItsClass() {
        assertThat(found("\\| `(\\w+)` \\| `\\w+` \\|"))
                .containsExactlyElementsOf(KotlinExtension.all().stream()
                        .map(KotlinExtension::function)
                        .toList());
        assertThat(found("\\| `\\w+` \\| `(\\w+)` \\|"))
                .containsExactlyElementsOf(KotlinExtension.all().stream()
                        .map(KotlinExtension::className)
                        .toList());
    }

    @Test
    void setsOnlyPropertiesThatThereAre() {
        assertThat(found("(?m)^ {12}(\\w+) = ")).isNotEmpty().isSubsetOf(properties());
        assertThat(found("`(timeoutMinutes|roleArn|finishLevel|workingDir|secretAccessKey|sessionToken)`"))
                .isNotEmpty()
                .isSubsetOf(properties());
    }

    private static List<String> properties() {
        return KotlinExtension.all().stream()
                .flatMap(extension -> extension.table().stream())
                .map(KotlinNames::property)
                .distinct()
                .toList();
    }

    private List<String> found(String expression) {
        Stream<MatchResult> matches = Pattern.compile(expression).matcher(page).results();
        return matches.map(match -> match.group(1)).toList();
    }
}
