package org.ecsdelivery.server.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecsdelivery.server.policy.PolicyScene.build;
import static org.ecsdelivery.server.policy.PolicyScene.on;
import static org.ecsdelivery.server.policy.PolicyScene.user;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.serverSide.BuildStartContext;
import jetbrains.buildServer.serverSide.SRunningBuild;
import org.ecsdelivery.common.policy.PolicyHandover;
import org.ecsdelivery.common.policy.Starter;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.server.policy.PolicyScene.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyAtStartTest {
    private static final String[] TO_PROD = {"deploy.cluster", "prod", "deploy.service", "api"};

    private final PolicyScene scene = new PolicyScene();
    private final Map<String, String> parameters = new HashMap<>();
    private final SRunningBuild build = build(20, scene.configuration(parameters, TO_PROD), parameters);
    private final List<BuildProblemData> problems = new ArrayList<>();

    /** Who, which branch, what kind of build, where: each against a policy that demands something of all of them. */
    @ParameterizedTest
    @CsvSource({
        "prod,    main, alice, false, ''",
        "prod,    main, alice, true,  ecsDeliveryPersonalBuild",
        "prod,    work, alice, false, ecsDeliveryPolicy",
        "prod,    main, eve,   false, ecsDeliveryPolicy",
        "prod,    main, '',    false, ecsDeliveryPolicy",
        "prod,    work, eve,   true,  ecsDeliveryPolicy",
        "staging, work, eve,   false, ''",
        "staging, main, alice, true,  ecsDeliveryPersonalBuild",
        "%stage%, work, eve,   false, ''"
    })
    void failsTheBuildThatMustNotDeployWhatItNames(
            String cluster, String branch, String user, boolean personal, String problem) {
        scene.inShop("policy.environments", "prod*", "policy.branches", "main", "policy.deployers", "group:OPS");
        on(build, branch, false);
        startedBy(user, personal);

        start(new Step(RunTypeId.DEPLOY, "deploy.cluster", cluster, "deploy.service", "api"));

        assertThat(problems)
                .extracting(BuildProblemData::getIdentity)
                .isEqualTo(problem.isEmpty() ? List.of() : List.of(problem));
    }

    @Test
    void handsOverPoliciesOfAllProjectsOnTheWayAndWhatTheyAskOfTheBuild() {
        scene.atRoot("policy.environments", "live").inShop("policy.environments", "prod");
        on(build, "release/2", false);
        startedBy("alice", false);
        Step step = new Step(RunTypeId.DEPLOY, TO_PROD);

        start(step);

        PolicyHandover handover = handover(step);
        assertThat(handover.policy().sorted())
                .extracting(placed -> placed.source().toString())
                .containsExactly(
                        "policy PROJECT_EXT_1 of project <Root project>", "policy PROJECT_EXT_5 of project Shop");
        assertThat(handover.build().branch().names()).containsExactly("release/2");
        assertThat(handover.build().starter()).isEqualTo(new Starter(Optional.of("alice"), Set.of("OPS")));
        assertThat(handover.watched()).extracting(Object::toString).containsExactly("prod/api");
    }

    @ParameterizedTest
    @ValueSource(strings = {RunTypeId.IMAGE, RunTypeId.DEPLOY, RunTypeId.TASK})
    void tellsEveryStepThatChangesSomethingAlsoWhereThereIsNoPolicy(String type) {
        Step step = new Step(type);

        start(step);

        assertThat(handover(step).policy().policies()).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void asksNothingOfStepsThatChangeNothing() {
        Step doctor = new Step(RunTypeId.DOCTOR, "doctor.cluster", "prod");

        start(doctor, new Step("simpleRunner"));

        assertThat(doctor.told).isEmpty();
    }

    @Test
    void failsNoBuildForAStepThatMayNeverRun() {
        scene.inShop("policy.environments", "prod");
        startedBy("alice", true);

        start(new Step(
                RunTypeId.DEPLOY,
                "deploy.cluster",
                "prod",
                "deploy.service",
                "api",
                "teamcity.step.conditions",
                "[[\"NOT_EXISTS\",\"build.is.personal\",\"\"]]"));

        assertThat(problems).isEmpty();
    }

    @Test
    void failsNoBuildForADryRun() {
        scene.inShop("policy.environments", "prod");
        startedBy("alice", true);

        start(new Step(RunTypeId.DEPLOY, "deploy.cluster", "prod", "deploy.service", "api", "deploy.dryRun", "true"));

        assertThat(problems).isEmpty();
    }

    @Test
    void judgesWhatParametersOfTheBuildComeTo() {
        scene.inShop("policy.environments", "prod", "policy.branches", "main");
        parameters.put("stage", "prod");
        on(build, "work", false);

        start(new Step(RunTypeId.DEPLOY, "deploy.cluster", "%stage%", "deploy.service", "api"));

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.getDescription())
                        .contains("branch work", "prod/api", "PROJECT_EXT_5 of project Shop", "main"));
    }

    @Test
    void readsTheDefaultBranchByItsNameToo() {
        scene.inShop("policy.environments", "prod", "policy.branches", "main");
        on(build, "main", true);

        start(new Step(RunTypeId.DEPLOY, TO_PROD));

        assertThat(problems).isEmpty();
    }

    @Test
    void failsTheBuildWhileAPolicyCannotBeRead() {
        scene.inShop("policy.environments", "%anything%");

        start(new Step(RunTypeId.DEPLOY, TO_PROD));

        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.getDescription())
                        .contains("PROJECT_EXT_5 of project Shop cannot be read", "%anything%"));
    }

    @Test
    void judgesATaskByItsCluster() {
        scene.inShop("policy.environments", "prod", "policy.branches", "main");
        on(build, "work", false);

        start(new Step(RunTypeId.TASK, "task.cluster", "prod", "task.launch", "FARGATE"));

        assertThat(problems).hasSize(1);
    }

    @Test
    void refusesTheYoungerOfTwoDeployments() {
        scene.inShop("policy.environments", "prod", "policy.oneAtATime", "REFUSE");
        scene.running.add(build);
        scene.running.add(build(19, scene.configuration(parameters, TO_PROD), parameters));
        Step step = new Step(RunTypeId.DEPLOY, TO_PROD);

        start(step);

        assertThat(handover(step).refusals())
                .singleElement()
                .asString()
                .contains("prod/api", "#19", "PROJECT_EXT_5 of project Shop", "REFUSE");
        assertThat(problems).extracting(BuildProblemData::getIdentity).containsExactly("ecsDeliveryPolicy");
    }

    @Test
    void refusesNotTheOlderOfTwoDeployments() {
        scene.inShop("policy.environments", "prod", "policy.oneAtATime", "REFUSE");
        scene.running.add(build(21, scene.configuration(parameters, TO_PROD), parameters));
        Step step = new Step(RunTypeId.DEPLOY, TO_PROD);

        start(step);

        assertThat(handover(step).refusals()).isEmpty();
    }

    private void startedBy(String user, boolean personal) {
        when(build.isPersonal()).thenReturn(personal);
        if (!user.isEmpty()) {
            var started = user.equals("alice") ? user(user, "OPS") : user(user);
            when(build.getTriggeredBy().getUser()).thenReturn(started);
        }
    }

    private void start(Step... steps) {
        BuildStartContext context = mock(BuildStartContext.class);
        when(context.getBuild()).thenReturn(build);
        doReturn(Arrays.stream(steps).map(step -> step.context).toList())
                .when(context)
                .getRunnerContexts();
        doAnswer(call -> problems.add(call.getArgument(0))).when(build).addBuildProblem(any());
        new PolicyAtStart(scene.rivals()).updateParameters(context);
    }

    private static PolicyHandover handover(Step step) {
        return PolicyHandover.parse(step.told(PolicyHandover.PARAMETER).orElseThrow());
    }
}
