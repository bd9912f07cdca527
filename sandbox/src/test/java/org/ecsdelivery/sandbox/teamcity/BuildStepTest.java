package org.ecsdelivery.sandbox.teamcity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.ecsdelivery.dsl.AnyStep;
import org.junit.jupiter.api.Test;

class BuildStepTest {
    private static final AnyStep TIDY = AnyStep.of("tiny").set("do", "echo");

    @Test
    void takesOverFromTheDslThatAStepRunsAfterAFailureToo() {
        assertThat(BuildStep.from(TIDY.always()).mode()).isEqualTo("execute_always");
    }

    @Test
    void takesOverOtherStepsAsTheyAre() {
        assertThat(BuildStep.from(TIDY).parameters()).isEqualTo(Map.of("do", "echo"));
        assertThat(BuildStep.from(TIDY).mode()).isEqualTo("default");
    }
}
