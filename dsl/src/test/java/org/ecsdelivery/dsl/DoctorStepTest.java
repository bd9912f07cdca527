package org.ecsdelivery.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.DoctorParameters;
import org.ecsdelivery.common.settings.FailOn;
import org.junit.jupiter.api.Test;

class DoctorStepTest {
    private final DoctorStep step =
            DoctorStep.of("prod", "shop", "mail").failOn(FailOn.WARNING).region("eu-central-1");

    @Test
    void writesEachValueUnderItsOwnName() {
        assertThat(step.parameters())
                .containsExactly(
                        entry("doctor.cluster", "prod"),
                        entry("doctor.services", "shop\nmail"),
                        entry("doctor.failOn", "WARNING"),
                        entry("aws.region", "eu-central-1"));
    }

    @Test
    void holdsNothingThatThePluginRefuses() {
        assertThat(DoctorParameters.parse(step.parameters(), References.UNRESOLVED)
                        .invalidParameters())
                .isEmpty();
    }
}
