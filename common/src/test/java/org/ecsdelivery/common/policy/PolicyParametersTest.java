package org.ecsdelivery.common.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecsdelivery.common.policy.Policies.mapOf;
import static org.ecsdelivery.common.policy.Policies.place;
import static org.ecsdelivery.common.policy.Policies.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyParametersTest {

    @ParameterizedTest
    @CsvSource({
        "prod, prod, api, true",
        "prod, prod-eu, api, false",
        "prod*, prod-eu, api, true",
        "*/api, staging, api, true",
        "*/api, staging, api-admin, false",
        "*/api*, staging, api-admin, true",
        "prod/*, prod, web, true",
        "p*d/w*b, prod, web, true"
    })
    void coversWhatThePatternMeans(String pattern, String cluster, String service, boolean covered) {
        assertThat(policy("policy.environments", pattern).protects(place(cluster, service)))
                .isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({
        "<default>, main, true, true",
        "<default>, main, false, false",
        "main, main, false, true",
        "main, maintenance, false, false",
        "release/*, release/2.1, false, true",
        "release/*, release, false, false"
    })
    void meansBranchesByNameOrTheDefaultOne(String pattern, String branch, boolean isDefault, boolean covered) {
        assertThat(new BranchPattern(pattern).covers(new BuildBranch(List.of(branch), isDefault)))
                .isEqualTo(covered);
    }

    @Test
    void meansUsersInAnyCaseAndGroupsByTheirKeys() {
        Starter alice = new Starter(Optional.of("alice"), Set.of("OPS"));

        assertThat(new Deployer("Alice").covers(alice)).isTrue();
        assertThat(new Deployer("group:OPS").covers(alice)).isTrue();
        assertThat(new Deployer("group:ops").covers(alice)).isFalse();
        assertThat(new Deployer("OPS").covers(alice)).isFalse();
        assertThat(new Deployer("<automatic>").covers(alice)).isFalse();
        assertThat(new Deployer("<automatic>").covers(Starter.nobody())).isTrue();
    }

    @Test
    void isSafeWhereNothingIsSaid() {
        DeployPolicy policy = policy("policy.environments", "prod");

        assertThat(policy.personalDeploys()).isEqualTo(PersonalDeploys.NOTHING);
        assertThat(policy.personalImages()).isEqualTo(PersonalImages.PERSONAL_TAGS);
        assertThat(policy.oneAtATime()).isEqualTo(OneAtATime.OFF);
        assertThat(policy.branches()).isEmpty();
        assertThat(policy.deployers()).isEmpty();
    }

    @Test
    void tellsEveryProblemAtOnce() {
        assertThat(PolicyParameters.parse(mapOf(
                                "policy.environments", "prod/api/x",
                                "policy.branches", "%branch%",
                                "policy.deployers", "group:",
                                "policy.oneAtATime", "SOMETIMES",
                                "policy.personalDeploys", "ALL",
                                "policy.personalImages", "latest"))
                        .invalidParameters())
                .extracting(InvalidParameter::parameter)
                .containsExactlyElementsOf(PolicyParameters.ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy.environments", "policy.branches", "policy.deployers", "policy.oneAtATime"})
    void takesNoReferenceThatABuildCouldDecide(String parameter) {
        assertThat(PolicyParameters.parse(mapOf("policy.environments", "prod", parameter, "%of.the.build%"))
                        .invalidParameters())
                .singleElement()
                .satisfies(problem -> assertThat(problem.parameter().name()).isEqualTo(parameter));
    }

    @ParameterizedTest
    @CsvSource({"policy.branches, main", "policy.deployers, alice", "policy.oneAtATime, QUEUE"})
    void refusesDemandsThatHoldForNothing(String parameter, String value) {
        assertThat(PolicyParameters.parse(mapOf(parameter, value)).invalidParameters())
                .singleElement()
                .satisfies(problem -> assertThat(problem.parameter()).isEqualTo(PolicyParameters.ENVIRONMENTS));
    }

    @Test
    void offersEveryWayToKeepDeploymentsApart() {
        assertThat(PolicyParameters.ONE_AT_A_TIME.choices())
                .containsExactlyInAnyOrder(java.util.Arrays.stream(OneAtATime.values())
                        .map(Enum::name)
                        .toArray(String[]::new));
    }

    @Test
    void readsWhatItWrites() {
        DeployPolicy policy = policy(
                "policy.environments", "prod*, staging/api",
                "policy.branches", "<default> release/*",
                "policy.deployers", "alice, group:OPS, <automatic>",
                "policy.oneAtATime", "REFUSE",
                "policy.personalDeploys", "UNPROTECTED",
                "policy.personalImages", "NOTHING");

        assertThat(((org.ecsdelivery.common.parameter.Parsed.Valid<DeployPolicy>)
                                PolicyParameters.parse(PolicyParameters.of(policy)))
                        .settings())
                .isEqualTo(policy);
    }
}
