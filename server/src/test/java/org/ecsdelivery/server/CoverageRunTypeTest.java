package org.ecsdelivery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecsdelivery.server.ServerHalf.defaultsAnd;
import static org.ecsdelivery.server.ServerHalf.refused;

import java.util.Map;
import jetbrains.buildServer.requirements.Requirement;
import jetbrains.buildServer.serverSide.RunTypeInfo;
import org.ecsdelivery.common.settings.AgentParameter;
import org.ecsdelivery.common.settings.RunTypeId;
import org.junit.jupiter.api.Test;

class CoverageRunTypeTest {
    private final CoverageRunType step = ServerHalf.coverageStep();

    @Test
    void isNamedWithinTeamCitysLimit() {
        assertThat(step.getType()).isEqualTo(RunTypeId.COVERAGE);
        assertThat(step.getDisplayName())
                .isEqualTo("Publish Coverage")
                .hasSizeLessThanOrEqualTo(RunTypeInfo.RUN_TYPE_NAME_SIZE);
        assertThat(step.getDescription()).isNotBlank();
    }

    @Test
    void acceptsItsDefaults() {
        assertThat(refused(step, defaultsAnd(step))).isEmpty();
    }

    @Test
    void reportsEveryProblemAtOnceBesideItsField() {
        Map<String, String> given = defaultsAnd(
                step,
                "coverage.minimums",
                "rows 80",
                "coverage.patch",
                "GIT",
                "coverage.html",
                "PAPER",
                "coverage.tolerance",
                "much");

        assertThat(refused(step, given))
                .containsExactlyInAnyOrder(
                        "coverage.html", "coverage.patchBase", "coverage.minimums", "coverage.tolerance");
    }

    @Test
    void letsReferencesPassWhereOnlyABuildCanJudge() {
        assertThat(refused(step, defaultsAnd(step, "coverage.minimums", "%least%", "coverage.patch", "%patch%")))
                .isEmpty();
    }

    @Test
    void asksForJava17AndForOurAgentHalf() {
        assertThat(step.getRunnerSpecificRequirements(Map.of()))
                .extracting(Requirement::getPropertyName)
                .containsExactly("teamcity.agent.jvm.specification", AgentParameter.VERSION);
    }

    @Test
    void describesWhatItPublishesAndDemands() {
        assertThat(step.describeParameters(defaultsAnd(step))).isEqualTo("Publishes the coverage that is found");
        assertThat(step.describeParameters(defaultsAnd(
                        step,
                        "coverage.reports",
                        "a.info\nb.xml",
                        "coverage.minimums",
                        "lines 80\nbranches 70",
                        "coverage.ratchet",
                        "lines")))
                .isEqualTo(
                        "Publishes the coverage of a.info, b.xml; at least lines 80, branches 70; must not fall: lines");
    }
}
