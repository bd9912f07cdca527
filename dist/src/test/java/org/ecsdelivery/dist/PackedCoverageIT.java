package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jetbrains.buildServer.BuildProblemData;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.dsl.CoverageStep;
import org.ecsdelivery.sandbox.teamcity.AgentProperties;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.ecsdelivery.sandbox.teamcity.LogListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishes coverage with the zip. */
class PackedCoverageIT {
    @TempDir
    private Path work;

    private LocalTeamCity teamCity;
    private Path checkout;
    private long builds;

    @BeforeEach
    void start() throws IOException {
        checkout = Files.createDirectories(work.resolve("checkout"));
        Files.writeString(checkout.resolve("app.js"), "one\ntwo\nthree\nfour\n");
        teamCity = LocalTeamCity.load(PackedPlugin.zip(), work.resolve("teamcity"), AgentProperties.bare());
    }

    @AfterEach
    void stop() {
        teamCity.close();
    }

    @Test
    void publishesFiguresAndThePageOfTheTab() throws Exception {
        BuildResult result = build(CoverageStep.ofWhatIsFound(), "main", 3);

        assertThat(result.succeeded()).as(String.join("\n", result.texts())).isTrue();
        assertThat(result.statistics())
                .containsEntry("CodeCoverageAbsLCovered", BigDecimal.valueOf(3))
                .containsEntry("CodeCoverageAbsLTotal", BigDecimal.valueOf(4));
        assertThat(result.artifacts()).contains("coverage.zip", "ecs-delivery/coverage.json");
        assertThat(result.statusText()).isEqualTo("Success, coverage 75.0 %");
    }

    @Test
    void comparesABranchWithTheLastSuccessfulBuildOfTheDefaultBranch() throws Exception {
        CoverageStep step = CoverageStep.ofWhatIsFound().mustNotFall(CoverageMetric.LINES);
        build(step, "main", 3);

        BuildResult result = build(step, "feature", 2);

        assertThat(result.succeeded()).isFalse();
        assertThat(result.statusText()).contains("coverage 50.0 % (-25.0)");
        assertThat(result.problems())
                .extracting(BuildProblemData::getDescription)
                .singleElement()
                .asString()
                .startsWith("Coverage of lines fell from 75 % (3 of 4) in build 1.1 to 50 % (2 of 4)");
    }

    @Test
    void comparesWithNoBuildThatFailedOrRanInPart() throws Exception {
        CoverageStep step = CoverageStep.ofWhatIsFound().mustNotFall(CoverageMetric.LINES);
        build(step, "main", 2);
        build(step.partial(true), "main", 4);
        build(step.demand("lines 100"), "main", 3);

        assertThat(build(step, "main", 2).succeeded()).isTrue();
    }

    private BuildResult build(CoverageStep step, String branch, int covered) throws IOException {
        LogListener tests = line -> {
            // the step before would run the tests; a report from before the build does not count
            if (line.text().startsWith("The build #")) {
                report(covered);
            }
        };
        builds++;
        BuildInputs inputs = BuildInputs.of(builds, "1." + builds, "0".repeat(40));
        return teamCity.run(
                        BuildConfiguration.of("Test", Map.of(), List.of(BuildStep.from(step)), checkout),
                        new BuildInputs(
                                inputs.id(),
                                inputs.number(),
                                inputs.revision(),
                                Optional.of(branch),
                                false,
                                inputs.serverUrl()),
                        tests)
                .result();
    }

    private void report(int covered) {
        StringBuilder lines = new StringBuilder("SF:/app/app.js\n");
        for (int line = 1; line <= 4; line++) {
            lines.append("DA:")
                    .append(line)
                    .append(',')
                    .append(line <= covered ? 1 : 0)
                    .append('\n');
        }
        try {
            Files.createDirectories(checkout.resolve("coverage"));
            Files.writeString(checkout.resolve("coverage/lcov.info"), lines.append("end_of_record\n"));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
