package org.ecsdelivery.common.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildOptionParametersTest {

    private static Parsed<ImageSettings> parsed(String... keysAndValues) {
        Map<String, String> given = new HashMap<>(
                Map.of("image.repository", "team/shop", "image.tags", "17", "aws.region", "eu-central-1"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            given.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return ImageParameters.parse(given, References.RESOLVED);
    }

    private static BuildOptions options(String... keysAndValues) {
        return ((Parsed.Valid<ImageSettings>) parsed(keysAndValues)).settings().options();
    }

    private static List<InvalidParameter> problems(String... keysAndValues) {
        return ((Parsed.Invalid<ImageSettings>) parsed(keysAndValues)).problems();
    }

    @Test
    void leavesEverythingToTheEngineWhereNothingIsSaid() {
        assertThat(options()).isEqualTo(BuildOptions.NONE);
        assertThat(options("image.network", "DEFAULT", "image.attestations", "NONE"))
                .isEqualTo(BuildOptions.NONE);
    }

    @Test
    void readsEachOfThem() {
        BuildOptions options = options(
                "image.dockerfileText", "FROM scratch\nCOPY . /",
                "image.platforms", "linux/amd64, linux/arm/v7",
                "image.network", "none",
                "image.ssh", "default\nown = keys/id=1",
                "image.attestations", "both",
                "image.cleanUp", "REMOVE");
        assertThat(options.dockerfileText()).contains("FROM scratch\nCOPY . /\n");
        assertThat(options.platforms()).containsExactly("linux/amd64", "linux/arm/v7");
        assertThat(options.network()).isEqualTo(BuildNetwork.NONE);
        assertThat(options.ssh()).containsExactly(Map.entry("default", ""), Map.entry("own", "keys/id=1"));
        assertThat(options.attestations()).isEqualTo(Attestations.BOTH);
        assertThat(options.cleanUp()).isEqualTo(ImageCleanUp.REMOVE);
    }

    @Test
    void takesOneDockerfileOnly() {
        assertThat(problems("image.dockerfile", "Dockerfile", "image.dockerfileText", "FROM scratch"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.parameter()).isEqualTo(BuildOptionParameters.DOCKERFILE_TEXT));
    }

    @ParameterizedTest
    @CsvSource({
        "image.platforms, arm64",
        "image.platforms, linux/",
        "image.platforms, linux/arm64;true",
        "image.network, bridge",
        "image.ssh, -x",
        "image.ssh, a=",
        "image.ssh, 'a=/k,raw=true'",
        "image.ssh, 'a\na'",
        "image.attestations, ALL"
    })
    void namesTheOneThatIsWrong(String name, String text) {
        assertThat(problems(name, text))
                .singleElement()
                .satisfies(problem -> assertThat(problem.parameter().name()).isEqualTo(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image.platforms=linux/arm64", "image.ssh=default", "image.attestations=SBOM"})
    void refusesWhatTheEnginesOwnBuilderCannotDo(String setting) {
        String[] parts = setting.split("=");
        assertThat(problems("image.builder", "ENGINE", parts[0], parts[1]))
                .singleElement()
                .satisfies(problem -> assertThat(problem.problem())
                        .isEqualTo("needs BuildKit, and Builder (image.builder) is ENGINE"));
    }

    @Test
    void leavesToTheEnginesOwnBuilderWhatItCanDo() {
        assertThat(options("image.builder", "ENGINE", "image.network", "HOST", "image.attestations", "NONE")
                        .network())
                .isEqualTo(BuildNetwork.HOST);
    }

    @ParameterizedTest
    @CsvSource({"linux/arm64, NONE, false", "linux/arm64 linux/amd64, NONE, true", "linux/arm64, SBOM, true"})
    void knowsWhenTheImageIsAnIndex(String platforms, String attestations, boolean index) {
        assertThat(options("image.platforms", platforms, "image.attestations", attestations)
                        .makesAnIndex())
                .isEqualTo(index);
    }
}
