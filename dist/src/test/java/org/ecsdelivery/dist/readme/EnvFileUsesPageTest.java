package org.ecsdelivery.dist.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.RevisionParameters;
import org.ecsdelivery.common.settings.TaskParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about env files in containers shows and names is there. */
class EnvFileUsesPageTest {
    private static final Readme PAGE = Readme.page("docs/env-file-uses.md");

    @TempDir
    Path directory;

    @Test
    void showsJavaThatCompiles() {
        assertThat(PAGE.blocks("java"))
                .singleElement()
                .satisfies(source -> assertThat(Readme.compiles("ShopSteps", source, directory))
                        .isTrue());
    }

    @Test
    void namesTheSettingsAsThePagesOfTheStepsDo() {
        Stream<Parameter> settings = Stream.of(
                RevisionParameters.ENV_FILE,
                RevisionParameters.ENV_FILE_AS,
                RevisionParameters.ENV_FILE_BUCKET,
                RevisionParameters.SECRETS,
                RevisionParameters.REMOVED,
                RevisionParameters.REPLACING,
                TaskParameters.ENV_FILE);

        assertThat(settings.map(Parameter::label))
                .allSatisfy(
                        label -> assertThat(PAGE.text().replaceAll("\\s+", " ")).contains("**" + label + "**"));
    }
}
