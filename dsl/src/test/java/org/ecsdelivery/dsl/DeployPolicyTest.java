package org.ecsdelivery.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.ecsdelivery.common.policy.OneAtATime;
import org.ecsdelivery.common.policy.PersonalDeploys;
import org.ecsdelivery.common.policy.PersonalImages;
import org.ecsdelivery.common.policy.PolicyParameters;
import org.junit.jupiter.api.Test;

class DeployPolicyTest {
    private final DeployPolicy policy = DeployPolicy.protecting("prod*", "staging/api")
            .personalImages(PersonalImages.NOTHING)
            .personalDeploys(PersonalDeploys.UNPROTECTED)
            .oneAtATime(OneAtATime.QUEUE)
            .user("alice")
            .group("OPS")
            .automaticBuilds()
            .branches("main", "release/*");

    @Test
    void writesEachValueUnderItsOwnNameInTheOrderOfTheTable() {
        assertThat(policy.parameters())
                .containsExactly(
                        entry("policy.environments", "prod*\nstaging/api"),
                        entry("policy.branches", "main\nrelease/*"),
                        entry("policy.deployers", "alice\ngroup:OPS\n<automatic>"),
                        entry("policy.oneAtATime", "QUEUE"),
                        entry("policy.personalDeploys", "UNPROTECTED"),
                        entry("policy.personalImages", "NOTHING"));
    }

    @Test
    void canSetEveryParameterOfTheTable() {
        assertThat(policy.parameters().keySet())
                .containsExactlyElementsOf(PolicyParameters.ALL.stream()
                        .map(parameter -> parameter.name())
                        .toList());
    }

    @Test
    void holdsNothingThatThePluginRefuses() {
        assertThat(PolicyParameters.parse(policy.parameters()).invalidParameters())
                .isEmpty();
        assertThat(PolicyParameters.parse(DeployPolicy.forPersonalBuilds()
                                .personalDeploys(PersonalDeploys.UNPROTECTED)
                                .parameters())
                        .invalidParameters())
                .isEmpty();
    }

    @Test
    void leavesOutWhatCountsAnyway() {
        assertThat(DeployPolicy.protecting("prod")
                        .oneAtATime(OneAtATime.OFF)
                        .personalDeploys(PersonalDeploys.NOTHING)
                        .personalImages(PersonalImages.PERSONAL_TAGS)
                        .parameters())
                .containsOnlyKeys("policy.environments");
    }

    @Test
    void bearsTheIdThatMessagesName() {
        assertThat(policy.defaultBranchOnly().id("protectProd").id()).isEqualTo("protectProd");
        assertThat(policy.type()).isEqualTo("ecs-delivery-policy");
    }
}
