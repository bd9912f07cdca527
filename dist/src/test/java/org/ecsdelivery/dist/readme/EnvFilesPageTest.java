package org.ecsdelivery.dist.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.AwsParameters;
import org.ecsdelivery.common.settings.EnvFileParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page about env files shows and names is there. */
class EnvFilesPageTest {
    private static final Readme PAGE = Readme.page("docs/env-files.md");

    @TempDir
    Path directory;

    @Test
    void showsJavaThatCompiles() {
        assertThat(PAGE.blocks("java"))
                .singleElement()
                .satisfies(source -> assertThat(Readme.compiles("ShopFeatures", source, directory))
                        .isTrue());
    }

    @Test
    void namesEverySettingAsThePageOfTheFeatureDoes() {
        assertThat(EnvFileParameters.ALL.stream()
                        .filter(parameter -> !AwsParameters.ALL.contains(parameter))
                        .map(Parameter::label))
                .allSatisfy(label -> assertThat(PAGE.text()).contains("**" + label + "**"));
    }

    static List<String> links() {
        return Pattern.compile("\\]\\(([^)#:]+)\\)")
                .matcher(PAGE.text())
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("links")
    void linksToPagesThatAreThere(String link) {
        assertThat(Readme.PROJECT.resolve("docs").resolve(link)).exists();
    }

    static Stream<String> messages() {
        return PAGE.text()
                .substring(PAGE.text().indexOf("## When it fails"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(row -> Arrays.stream(row.split("\\|")[1].split(",(?= `)")))
                .map(message -> message.replace("`", "").strip());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void explainsMessagesThatAreGiven(String message) {
        String sources = Readme.sources(".");

        assertThat(Arrays.stream(message.split("…")).map(String::strip).filter(part -> !part.isEmpty()))
                .isNotEmpty()
                .allMatch(sources::contains, "part of a message in the sources");
    }
}
