package org.ecsdelivery.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.agent.BuildFinishedStatus;
import jetbrains.buildServer.agent.BuildProcess;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.policy.BuildBranch;
import org.ecsdelivery.common.policy.DeployPolicy;
import org.ecsdelivery.common.policy.EffectivePolicy;
import org.ecsdelivery.common.policy.PolicedBuild;
import org.ecsdelivery.common.policy.PolicyHandover;
import org.ecsdelivery.common.policy.PolicyParameters;
import org.ecsdelivery.common.policy.PolicySource;
import org.ecsdelivery.common.policy.Starter;
import org.ecsdelivery.common.settings.BuildParameter;
import org.ecsdelivery.common.value.ImageReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the steps do with the policies that the server tells them of. */
@Timeout(30)
class PolicyGateTest {
    @TempDir
    Path directory;

    private final Map<String, String> policy = new HashMap<>(Map.of("policy.environments", "prod*"));
    private String branch = "main";
    private Optional<String> user = Optional.of("alice");
    private boolean personal;
    private BuildOnTest build;

    @BeforeEach
    void prepare() throws IOException {
        build = new BuildOnTest(directory);
        String image = BuildOnTest.HOST + "/team/shop@sha256:" + "a".repeat(64);
        build.registry.holding(ImageReference.parse(image));
        build.parameters.putAll(Map.of("deploy.cluster", "prod", "deploy.service", "web", "deploy.image", image));
        build.parameters.putAll(Map.of("image.repository", "team/shop", "image.tags", "1.4.2"));
        build.parameters.putAll(Map.of("task.cluster", "prod", "task.definition", "migrate", "task.launch", "EC2"));
        Files.writeString(build.file("Dockerfile"), "FROM scratch\n");
    }

    /** Environment, branch, starter and kind of build, each against a policy that demands something of all of them. */
    @ParameterizedTest
    @CsvSource({
        "prod,    main, alice, false, ''",
        "prod,    main, alice, true,  ecsDeliveryPersonalBuild",
        "prod,    work, alice, false, ecsDeliveryPolicy",
        "prod,    work, alice, true,  ecsDeliveryPolicy",
        "prod,    main, eve,   false, ecsDeliveryPolicy",
        "prod,    main, '',    false, ecsDeliveryPolicy",
        "staging, work, eve,   false, ''",
        "staging, main, alice, true,  ecsDeliveryPersonalBuild"
    })
    void deploysOnlyWhatEveryRuleAllows(
            String cluster, String onBranch, String startedBy, boolean isPersonal, String problem) throws Exception {
        policy.putAll(Map.of("policy.branches", "main", "policy.deployers", "alice"));
        branch = onBranch;
        user = Optional.of(startedBy).filter(name -> !name.isEmpty());
        personal = isPersonal;
        build.parameters.put("deploy.cluster", cluster);

        run(build.deployRunner().createBuildProcess(build.build, toldOfPolicy()));

        assertThat(build.log.problems())
                .extracting(BuildProblemData::getIdentity)
                .filteredOn(
                        identity -> identity.equals("ecsDeliveryPolicy") || identity.equals("ecsDeliveryPersonalBuild"))
                .isEqualTo(problem.isEmpty() ? List.of() : List.of(problem));
        assertThat(build.ecs.calls().isEmpty()).isEqualTo(!problem.isEmpty());
    }

    @Test
    void letsPersonalBuildsDeployToUnprotectedServicesWhereThePolicySaysSo() throws Exception {
        personal = true;
        policy.put("policy.personalDeploys", "UNPROTECTED");
        build.parameters.put("deploy.cluster", "staging");

        run(build.deployRunner().createBuildProcess(build.build, toldOfPolicy()));

        assertThat(build.ecs.calls()).isNotEmpty();
    }

    @Test
    void deploysNoServiceOfSeveralWhenOneIsProtected() throws Exception {
        policy.putAll(Map.of("policy.environments", "prod/mail", "policy.branches", "release"));
        build.parameters.put("deploy.service", "web, mail");

        run(build.deployRunner().createBuildProcess(build.build, toldOfPolicy()));

        assertThat(build.ecs.calls()).isEmpty();
        assertThat(build.log.problems())
                .extracting(BuildProblemData::getDescription)
                .singleElement()
                .asString()
                .contains("prod/mail", "branch main", "policy PROJECT_EXT_2 of project Shop", "release")
                .doesNotContain("prod/web");
    }

    @Test
    void plansWhatItMustNotDeploy() throws Exception {
        policy.put("policy.branches", "release");
        build.parameters.put("deploy.dryRun", "true");

        run(build.deployRunner().createBuildProcess(build.build, toldOfPolicy()));

        assertThat(build.shared).containsEntry(BuildParameter.DEPLOY_RESULT, "PLANNED");
    }

    @Test
    void doesNotBeginWhatTheServerRefused() throws Exception {
        build.parameters.put(
                PolicyHandover.PARAMETER,
                new PolicyHandover(effective(), policed(), Set.of(), List.of("Build 12 deploys to prod/web. Wait."))
                        .text());

        run(build.deployRunner().createBuildProcess(build.build, build.context));

        assertThat(build.ecs.calls()).isEmpty();
        assertThat(build.log.problems())
                .extracting(BuildProblemData::getDescription)
                .singleElement()
                .asString()
                .contains("Build 12 deploys to prod/web");
    }

    @Test
    void saysWhereNobodySawToItThatThereIsOneDeploymentAtATime() throws Exception {
        policy.put("policy.oneAtATime", "QUEUE");

        run(build.deployRunner().createBuildProcess(build.build, toldOfPolicy()));

        assertThat(build.log.lines())
                .anyMatch(line -> line.contains("one deployment of prod/web at a time") && line.contains("WARNING"));
    }

    @Test
    void deploysNothingWhenThePolicyCannotBeRead() throws Exception {
        build.parameters.put(PolicyHandover.PARAMETER, "allow everything");

        run(build.deployRunner().createBuildProcess(build.build, build.context));

        assertThat(build.ecs.calls()).isEmpty();
        assertThat(build.log.problems())
                .extracting(BuildProblemData::getDescription)
                .singleElement()
                .asString()
                .contains("ecs-delivery.policy", "cannot be read");
    }

    @Test
    void runsNoTaskInAProtectedCluster() throws Exception {
        policy.put("policy.branches", "release");

        run(build.taskRunner().createBuildProcess(build.build, toldOfPolicy()));

        assertThat(build.tasks.orders()).isEmpty();
        assertThat(build.log.problems())
                .extracting(BuildProblemData::getIdentity)
                .containsExactly("ecsDeliveryPolicy");
    }

    @Test
    void namesTheImageOfAPersonalBuildAfterItsUserAndTheBuild() throws Exception {
        personal = true;
        user = Optional.of("ALICE@example.com/Ä");

        run(build.imageRunner().createBuildProcess(build.build, toldOfPolicy()));

        assertThat(build.shared).containsEntry(BuildParameter.IMAGE_TAG, "personal-ALICE-example.com---4711-1.4.2");
    }

    @Test
    void pushesNoImageOfAPersonalBuildWhereThePolicySaysSo() throws Exception {
        personal = true;
        policy.put("policy.personalImages", "NOTHING");

        run(build.imageRunner().createBuildProcess(build.build, toldOfPolicy()));

        assertThat(build.shared).doesNotContainKey(BuildParameter.IMAGE_URI);
        assertThat(build.log.problems())
                .extracting(BuildProblemData::getDescription)
                .singleElement()
                .asString()
                .contains("pushes no image", "PROJECT_EXT_2 of project Shop");
    }

    private jetbrains.buildServer.agent.BuildRunnerContext toldOfPolicy() {
        if (personal) {
            build.personal();
        }
        build.parameters.put(
                PolicyHandover.PARAMETER, new PolicyHandover(effective(), policed(), Set.of(), List.of()).text());
        return build.context;
    }

    private EffectivePolicy effective() {
        DeployPolicy read = ((Parsed.Valid<DeployPolicy>) PolicyParameters.parse(policy)).settings();
        return EffectivePolicy.of(new PolicySource("Shop", "PROJECT_EXT_2"), read);
    }

    private PolicedBuild policed() {
        return new PolicedBuild(personal, new BuildBranch(List.of(branch), false), new Starter(user, Set.of()));
    }

    private static BuildFinishedStatus run(BuildProcess process) throws Exception {
        process.start();
        return process.waitFor();
    }
}
