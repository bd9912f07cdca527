package org.ecsdelivery.common.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecsdelivery.common.policy.Policies.build;
import static org.ecsdelivery.common.policy.Policies.place;
import static org.ecsdelivery.common.policy.Policies.placed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.value.ClusterName;
import org.junit.jupiter.api.Test;

class EffectivePolicyTest {
    private static final int TRIES = 2000;
    private static final PolicedBuild PERSONAL = new PolicedBuild(true, BuildBranch.only(), Starter.nobody());

    private final Policies any = new Policies(7);

    @Test
    void comesToTheSameInAnyOrderAndHoweverOftenAPolicyCounts() {
        for (int tries = 0; tries < TRIES; tries++) {
            EffectivePolicy one = any.effective();
            EffectivePolicy other = any.effective();
            EffectivePolicy third = any.effective();

            assertThat(one.and(other)).isEqualTo(other.and(one));
            assertThat(one.and(other).and(third)).isEqualTo(one.and(other.and(third)));
            assertThat(one.and(one)).isEqualTo(one);
            assertThat(one.and(EffectivePolicy.none())).isEqualTo(one);
        }
    }

    @Test
    void allowsNothingMoreWithAFurtherPolicy() {
        for (int tries = 0; tries < TRIES; tries++) {
            EffectivePolicy above = any.single();
            EffectivePolicy both = above.and(any.effective());
            PolicedBuild build = any.anyBuild();
            Place place = any.place();

            if (!above.refusals(build, place).isEmpty()) {
                assertThat(both.refusals(build, place)).isNotEmpty();
            }
            assertThat(both.oneAtATime(place)).isGreaterThanOrEqualTo(above.oneAtATime(place));
            if (above.forbiddingPersonalImages().isPresent()) {
                assertThat(both.forbiddingPersonalImages()).isPresent();
            }
        }
    }

    @Test
    void letsBuildsDeployAnywhereWhereThereIsNoPolicy() {
        assertThat(EffectivePolicy.none().refusals(build(), place("prod", "api")))
                .isEmpty();
    }

    @Test
    void letsPersonalBuildsDeployNothingWhereThereIsNoPolicy() {
        assertThat(EffectivePolicy.none().refusals(PERSONAL, place("dev", "api")))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.personal()).isTrue();
                    assertThat(refusal.text())
                            .contains("A personal build deploys nothing", "dev/api", "without the personal option");
                });
    }

    @Test
    void letsPersonalBuildsDeployToWhatIsNotProtectedWhereEveryPolicySaysSo() {
        EffectivePolicy relaxed =
                placed("Shop", "policy.environments", "prod*", "policy.personalDeploys", "UNPROTECTED");

        assertThat(relaxed.refusals(PERSONAL, place("dev", "api"))).isEmpty();
        assertThat(relaxed.and(placed("Root", "policy.environments", "live")).refusals(PERSONAL, place("dev", "api")))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.text()).contains("PROJECT_EXT_1 of project Root"));
    }

    @Test
    void neverLetsPersonalBuildsDeployToWhatIsProtected() {
        EffectivePolicy relaxed =
                placed("Shop", "policy.environments", "prod*", "policy.personalDeploys", "UNPROTECTED");

        assertThat(relaxed.refusals(PERSONAL, place("prod-eu", "api")))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.text())
                        .isEqualTo(
                                "A personal build must not change prod-eu/api, which policy PROJECT_EXT_1 of project Shop protects"
                                        + " (Protected environments: prod*/*). Commit the changes and run the build without the"
                                        + " personal option."));
    }

    @Test
    void namesPolicyProjectValueAndRemedyWhenTheBranchMustNotBeDeployed() {
        PolicedBuild build =
                new PolicedBuild(false, new BuildBranch(List.of("refs/heads/x", "feature/x"), false), Starter.nobody());

        assertThat(placed("Shop", "policy.environments", "prod", "policy.branches", "main release/*")
                        .refusals(build, place("prod", "api")))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.text())
                        .isEqualTo(
                                "A build of branch refs/heads/x must not change prod/api: policy PROJECT_EXT_1 of project Shop"
                                        + " says Branches that may be deployed: main, release/*. Run the build on such a branch, or have"
                                        + " the policy changed."));
    }

    @Test
    void namesWhoStartedTheBuildWhenTheyMustNotDeploy() {
        PolicedBuild build =
                new PolicedBuild(false, BuildBranch.only(), new Starter(Optional.of("eve"), Set.of("QA", "DEV")));

        assertThat(placed("Shop", "policy.environments", "prod", "policy.deployers", "alice, group:OPS")
                        .refusals(build, place("prod", "api")))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.text())
                        .contains("started by eve (in groups DEV, QA)", "Who may deploy: alice, group:OPS"));
    }

    @Test
    void refusesEverythingWhileAPolicyCannotBeRead() {
        assertThat(EffectivePolicy.unreadable(new PolicySource("Shop", "PROJECT_EXT_3"), "'prod%' is torn")
                        .refusals(build(), place("dev", "api")))
                .singleElement()
                .satisfies(refusal ->
                        assertThat(refusal.text()).contains("PROJECT_EXT_3 of project Shop", "'prod%' is torn"));
    }

    @Test
    void protectsAClusterFromTasksOnlyWhereAllOfItIsProtected() {
        Place cluster = new Place(new ClusterName("prod"), Optional.empty());

        assertThat(placed("Shop", "policy.environments", "prod").protecting(cluster))
                .hasSize(1);
        assertThat(placed("Shop", "policy.environments", "prod/api").protecting(cluster))
                .isEmpty();
    }

    @Test
    void keepsToTheStrictestRuleForSecondDeployments() {
        EffectivePolicy both = placed("Root", "policy.environments", "*", "policy.oneAtATime", "QUEUE")
                .and(placed("Shop", "policy.environments", "prod", "policy.oneAtATime", "CANCEL_OLDER"));

        assertThat(both.oneAtATime(place("prod", "api"))).isEqualTo(OneAtATime.QUEUE);
    }
}
