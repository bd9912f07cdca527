package org.ecsdelivery.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BuildStepsTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final BuildSteps steps = new BuildSteps();
    private int second;

    private void hear(String... lines) {
        for (String line : lines) {
            steps.hear(line, BEGIN.plusSeconds(second++));
        }
    }

    @Test
    void findsThoseOfTheEnginesOwnBuilder() {
        hear(
                "Step 1/3 : FROM scratch",
                " ---> ",
                "Step 2/3 : COPY a /",
                " ---> Using cache",
                " ---> 0123456789ab",
                "Step 3/3 : RUN make",
                "Step by step");
        steps.ended(BEGIN.plusSeconds(60));
        assertThat(steps.all())
                .containsExactly(
                        new BuildStep("FROM scratch", false, Duration.ofSeconds(2)),
                        new BuildStep("COPY a /", true, Duration.ofSeconds(3)),
                        new BuildStep("RUN make", false, Duration.ofSeconds(55)));
    }

    @Test
    void findsThoseOfBuildKitAndNoneOfItsOwnWork() {
        hear(
                "#1 [internal] load build definition from Dockerfile",
                "#1 DONE 0.1s",
                "#4 [build 1/2] COPY a /",
                "#4 CACHED",
                "#5 [2/2] RUN make",
                "#5 0.312 Step 1/1 : not one",
                "#5 DONE 12.5s",
                "#6 exporting to image");
        steps.ended(BEGIN.plusSeconds(60));
        assertThat(steps.all())
                .containsExactly(
                        new BuildStep("[build 1/2] COPY a /", true, Duration.ZERO),
                        new BuildStep("[2/2] RUN make", false, Duration.ofMillis(12_500)));
    }
}
