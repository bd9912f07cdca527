package org.ecsdelivery.aws.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.engine.time.VirtualTime;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.ecs.TaskTimings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorCommandTest {
    private static final String SECRET_KEY = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY";

    @TempDir
    Path directory;

    private final VirtualTime time = new VirtualTime();
    private final LocalAws aws =
            LocalAws.builder().clock(time).timings(TaskTimings.quick()).start();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    DoctorCommandTest() {
        aws.ecs().service("shop", "shop-qa").create();
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void tellsWhatItFoundAndEndsAsItWasTold() {
        assertThat(run("--cluster", "shop", "--services", "shop-qa", "--failOn", "WARNING"))
                .isEqualTo(DoctorCommand.NOT_IN_ORDER);

        assertThat(told(out))
                .contains("AWS Region eu-central-1, credentials from AWS_ACCESS_KEY_ID")
                .contains("Service shop-qa in cluster shop: ")
                .contains("WARNING circuit-breaker: ");
    }

    @Test
    void endsWellWhereNothingIsFoundThatItShallFailOf() {
        assertThat(run("--cluster", "shop", "--services", "shop-qa", "--failOn", "NONE"))
                .isEqualTo(DoctorCommand.IN_ORDER);
    }

    @Test
    void writesWhatItFoundForProgramsAndPeople() {
        Path json = directory.resolve("pipeline.json");
        Path html = directory.resolve("pipeline.html");

        run("--cluster", "shop", "--services", "shop-qa", "--json", json.toString(), "--html", html.toString());

        assertThat(json).content().contains("\"rule\" : \"circuit-breaker\"");
        assertThat(html).content().contains("circuit-breaker").startsWith("<!DOCTYPE html>");
    }

    @Test
    void tellsAllThatIsWrongWithItsArgumentsAtOnce() {
        assertThat(run("--failOn", "NEVER", "--color", "red", "--html")).isEqualTo(DoctorCommand.MISUSED);

        assertThat(told(errors))
                .contains("there is no option --color")
                .contains("--html needs a value")
                .contains("doctor.cluster")
                .contains("doctor.services")
                .contains("doctor.failOn");
    }

    @ParameterizedTest
    @CsvSource({"--aws.secretAccessKey", "--aws.accessKeyId", "--aws.sessionToken"})
    void takesNoKeysOnACommandLineThatEverybodySees(String option) {
        assertThat(run("--cluster", "shop", "--services", "shop-qa", option, SECRET_KEY))
                .isEqualTo(DoctorCommand.MISUSED);

        assertThat(told(errors)).contains("there is no option " + option).doesNotContain(SECRET_KEY);
    }

    @Test
    void tellsAPipelineOfBuildsApartThatAwsCouldNotBeAsked() {
        assertThat(run("--cluster", "shop", "--services", "gone")).isEqualTo(DoctorCommand.NOT_CHECKED);

        assertThat(told(errors)).startsWith("doctor: ").contains("gone").doesNotContain(SECRET_KEY);
    }

    @Test
    void saysWhenAReportCannotBeWritten() {
        Path file = directory.resolve("absent").resolve("pipeline.json");

        assertThat(run("--cluster", "shop", "--services", "shop-qa", "--json", file.toString()))
                .isEqualTo(DoctorCommand.NOT_CHECKED);

        assertThat(told(errors)).contains("could not be written").contains(file.toString());
    }

    @Test
    void explainsItself() {
        assertThat(command().run(List.of("--help"))).isEqualTo(DoctorCommand.IN_ORDER);

        assertThat(told(out)).contains("--cluster (required)", "--failOn", "--aws.profile", "--json FILE", "Exit code");
    }

    private int run(String... arguments) {
        List<String> all =
                new ArrayList<>(List.of("--aws.endpoint", aws.endpoint().toString()));
        all.addAll(List.of(arguments));
        return command().run(all);
    }

    private DoctorCommand command() {
        Map<String, String> environment = Map.of(
                "AWS_ACCESS_KEY_ID", "AKIAEXAMPLEEXAMPLE00",
                "AWS_SECRET_ACCESS_KEY", SECRET_KEY,
                "AWS_REGION", "eu-central-1");
        return new DoctorCommand(environment, time, stream(out), stream(errors));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String told(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
