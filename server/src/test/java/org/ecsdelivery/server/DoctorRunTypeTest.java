package org.ecsdelivery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecsdelivery.server.ServerHalf.defaultsAnd;
import static org.ecsdelivery.server.ServerHalf.refused;

import jetbrains.buildServer.serverSide.RunTypeInfo;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.DoctorParameters;
import org.ecsdelivery.common.settings.RunTypeId;
import org.junit.jupiter.api.Test;

class DoctorRunTypeTest {
    private final DoctorRunType step = ServerHalf.doctorStep();

    @Test
    void isNamedWithinTeamCitysLimit() {
        assertThat(step.getType()).isEqualTo(RunTypeId.DOCTOR);
        assertThat(step.getDisplayName())
                .isEqualTo("Check Pipeline")
                .hasSizeLessThanOrEqualTo(RunTypeInfo.RUN_TYPE_NAME_SIZE);
        assertThat(step.getDescription()).isNotBlank();
    }

    @Test
    void acceptsItsDefaultsOnceClusterAndServicesAreGiven() {
        assertThat(refused(step, defaultsAnd(step, "doctor.cluster", "shop", "doctor.services", "shop-qa")))
                .isEmpty();
    }

    @Test
    void reportsEveryProblemAtOnceBesideItsField() {
        assertThat(refused(step, defaultsAnd(step, "doctor.services", "a b!", "doctor.failOn", "NEVER")))
                .containsExactlyInAnyOrder("doctor.cluster", "doctor.services", "doctor.failOn");
    }

    @Test
    void letsReferencesPassWhereOnlyABuildCanJudge() {
        assertThat(refused(
                        step,
                        defaultsAnd(step, "doctor.cluster", "%c%", "doctor.services", "%s%", "doctor.failOn", "%f%")))
                .isEmpty();
    }

    @Test
    void startsWithTheDefaultsOfTheTableAndNothingElse() {
        for (Parameter parameter : DoctorParameters.ALL) {
            assertThat(step.getDefaultRunnerProperties().getOrDefault(parameter.name(), ""))
                    .as(parameter.name())
                    .isEqualTo(parameter.defaultValue());
        }
    }

    @Test
    void saysInAListOfStepsWhatItChecks() {
        assertThat(step.describeParameters(defaultsAnd(step, "doctor.cluster", "shop", "doctor.services", "shop-qa")))
                .isEqualTo("Checks shop-qa in cluster shop, fails on ERROR");
    }
}
