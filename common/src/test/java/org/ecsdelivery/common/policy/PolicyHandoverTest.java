package org.ecsdelivery.common.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyHandoverTest {
    private final Policies any = new Policies(11);

    @Test
    void arrivesAsItWasHandedOver() {
        for (int tries = 0; tries < 1000; tries++) {
            PolicyHandover handover = new PolicyHandover(
                    any.effective(),
                    any.anyBuild(),
                    Set.of(any.place()),
                    List.of("100 % refused\r\nfor\ta \\ reason \u2028"));

            assertThat(PolicyHandover.parse(handover.text())).isEqualTo(handover);
        }
    }

    @Test
    void holdsNothingThatTeamCityWouldResolve() {
        PolicyHandover handover = new PolicyHandover(
                EffectivePolicy.none(),
                new PolicedBuild(false, new BuildBranch(List.of("%env.BRANCH%"), false), Starter.nobody()),
                Set.of(),
                List.of("50 %"));

        assertThat(handover.text()).doesNotContain("%");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none",
                "ecs-delivery-policy 1",
                "ecs-delivery-policy 2\npersonal\tfalse\nbranch\ttrue\nstarter\t",
                "ecs-delivery-policy 1\npersonal\tfalse\nbranch\ttrue",
                "ecs-delivery-policy 1\npersonal\tfalse\nbranch\ttrue\nstarter\t\nallow\tall",
                "ecs-delivery-policy 1\npersonal\tfalse\nbranch\ttrue\nstarter\t\npolicy\tShop",
                "ecs-delivery-policy 1\npersonal\tfalse\nbranch\ttrue\nstarter\t\npolicy\tShop\tX\tpolicy.environments=a/b/c",
                "ecs-delivery-policy 1\npersonal\tfalse\nbranch\ttrue\nstarter\t\nrefusal\tabc\\00"
            })
    void isNotReadOutOfAnythingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PolicyHandover.parse(text));
    }

    @Test
    void takesABuildForPersonalUnlessItIsSaidNotToBe() {
        assertThat(PolicyHandover.parse("ecs-delivery-policy 1\npersonal\t?\nbranch\ttrue\nstarter\t")
                        .build()
                        .personal())
                .isTrue();
    }
}
