package org.ecsdelivery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecsdelivery.server.ServerHalf.defaultsAnd;
import static org.ecsdelivery.server.ServerHalf.refused;

import jetbrains.buildServer.serverSide.RunTypeInfo;
import org.ecsdelivery.common.settings.RunTypeId;
import org.junit.jupiter.api.Test;

class SetupRunTypeTest {
    private final SetupRunType step = ServerHalf.setupStep();

    @Test
    void isNamedWithinTeamCitysLimit() {
        assertThat(step.getType()).isEqualTo(RunTypeId.SETUP);
        assertThat(step.getDisplayName())
                .isEqualTo("Pipeline Setup")
                .hasSizeLessThanOrEqualTo(RunTypeInfo.RUN_TYPE_NAME_SIZE);
        assertThat(step.getDescription()).isNotBlank();
    }

    @Test
    void acceptsItsDefaultsOnceStackAndTemplateAreGiven() {
        assertThat(refused(step, defaultsAnd(step, "setup.stack", "shop", "setup.template", "a.yaml")))
                .isEmpty();
    }

    @Test
    void reportsEveryProblemAtOnceBesideItsField() {
        assertThat(refused(
                        step, defaultsAnd(step, "setup.stack", "a b", "setup.changeSet", "x", "setup.apply", "NEVER")))
                .containsExactlyInAnyOrder("setup.stack", "setup.changeSet", "setup.apply");
    }

    @Test
    void letsReferencesPassWhereOnlyABuildCanJudge() {
        assertThat(refused(step, defaultsAnd(step, "setup.stack", "%s%", "setup.changeSet", "%c%")))
                .isEmpty();
    }

    @Test
    void saysInAListOfStepsWhatItSetsUpAndFromWhat() {
        assertThat(step.describeParameters(defaultsAnd(step, "setup.stack", "shop", "setup.template", "a.yaml")))
                .isEqualTo("Sets up stack shop from a.yaml, applies SAFE");
        assertThat(step.describeParameters(defaultsAnd(step, "setup.stack", "shop", "setup.changeSet", "%shown%")))
                .isEqualTo("Sets up stack shop by change set %shown%, applies SAFE");
    }
}
