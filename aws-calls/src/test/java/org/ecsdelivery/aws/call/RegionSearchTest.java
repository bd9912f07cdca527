package org.ecsdelivery.aws.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionSearchTest {
    @TempDir
    Path files;

    private final Map<String, String> build = new HashMap<>();

    private String region(Optional<String> ofStep) {
        BuildEnvironment environment = new BuildEnvironment(build);
        AwsAccess access = new AwsAccess(
                ofStep.map(AwsRegion::new), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return new RegionSearch(environment, Profiles.of(environment, Optional.empty()))
                .find(access)
                .value();
    }

    private void profile(String text) throws IOException {
        build.put(
                "AWS_CONFIG_FILE",
                Files.writeString(files.resolve("config"), text).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "eu-north-1, eu-west-1, eu-west-2, eu-west-3, eu-north-1",
        ", eu-west-1, eu-west-2, eu-west-3, eu-west-1",
        ", ' ', eu-west-2, eu-west-3, eu-west-2",
        ", , eu-west-2, eu-west-3, eu-west-2",
        ", , , eu-west-3, eu-west-3"
    })
    void prefersTheStepThenTheVariablesThenTheProfile(
            String step, String variable, String older, String profile, String expected) throws IOException {
        Optional.ofNullable(variable).ifPresent(text -> build.put("AWS_REGION", text));
        Optional.ofNullable(older).ifPresent(text -> build.put("AWS_DEFAULT_REGION", text));
        profile("[default]\nregion=" + profile + "\n");
        assertThat(region(Optional.ofNullable(step))).isEqualTo(expected);
    }

    @Test
    void readsTheProfileThatTheBuildNames() throws IOException {
        build.put("AWS_PROFILE", "ci");
        profile("[default]\nregion=eu-west-1\n[profile ci]\nregion=eu-west-2\n");
        assertThat(region(Optional.empty())).isEqualTo("eu-west-2");
    }

    @Test
    void saysWhereItLookedWhenThereIsNone() {
        build.put("HOME", files.toString());
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> region(Optional.empty()))
                .withMessageContainingAll(
                        "AWS_REGION", "AWS_DEFAULT_REGION", files + "/.aws/config (missing)", "Region (aws.region)")
                .extracting(EngineException::kind)
                .isEqualTo(FailureKind.REGION_UNKNOWN);
    }

    @Test
    void namesTheVariableThatHoldsNoRegion() {
        build.put("AWS_REGION", "Frankfurt");
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> region(Optional.empty()))
                .withMessageContainingAll("AWS_REGION of the build", "Frankfurt", "eu-central-1");
    }

    @Test
    void namesTheProfileThatHoldsNoRegion() throws IOException {
        profile("[default]\nregion=Frankfurt\n");
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> region(Optional.empty()))
                .withMessageContainingAll("region of the profile 'default'", "Frankfurt");
    }
}
