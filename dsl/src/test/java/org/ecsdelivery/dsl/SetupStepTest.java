package org.ecsdelivery.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.SetupApply;
import org.ecsdelivery.common.settings.SetupParameters;
import org.junit.jupiter.api.Test;

class SetupStepTest {
    private final SetupStep step = SetupStep.of("shop")
            .template("infrastructure/application-pipeline.yaml")
            .parameter("ApplicationName", "shop")
            .parameter("CreateQa", "true")
            .allowRoles(true)
            .apply(SetupApply.SHOW)
            .timeout(Duration.ofMinutes(90));

    @Test
    void writesEachValueUnderItsOwnName() {
        assertThat(step.parameters())
                .containsExactly(
                        entry("setup.stack", "shop"),
                        entry("setup.template", "infrastructure/application-pipeline.yaml"),
                        entry("setup.parameters", "ApplicationName=shop\nCreateQa=true"),
                        entry("setup.apply", "SHOW"),
                        entry("setup.roles", "true"),
                        entry("setup.timeoutMinutes", "90"));
    }

    @Test
    void holdsNothingThatThePluginRefuses() {
        assertThat(SetupParameters.parse(step.parameters(), References.UNRESOLVED)
                        .invalidParameters())
                .isEmpty();
        assertThat(SetupParameters.parse(
                                SetupStep.of("shop")
                                        .changeSet("%dep.Shop_Show.ecs-delivery.setup.changeSet%")
                                        .parameters(),
                                References.UNRESOLVED)
                        .invalidParameters())
                .isEmpty();
    }
}
