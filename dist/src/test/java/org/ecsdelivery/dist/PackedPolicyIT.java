package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import jetbrains.buildServer.BuildProblemData;
import org.ecsdelivery.common.policy.BuildBranch;
import org.ecsdelivery.common.policy.EffectivePolicy;
import org.ecsdelivery.common.policy.OneAtATime;
import org.ecsdelivery.common.policy.PersonalDeploys;
import org.ecsdelivery.common.policy.PolicedBuild;
import org.ecsdelivery.common.policy.PolicyHandover;
import org.ecsdelivery.common.policy.Starter;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.dsl.DeployPolicy;
import org.ecsdelivery.dsl.DeployStep;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.ecs.TaskTimings;
import org.ecsdelivery.sandbox.teamcity.AgentProperties;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.ecsdelivery.sandbox.teamcity.LogListener;
import org.ecsdelivery.sandbox.teamcity.Role;
import org.ecsdelivery.sandbox.teamcity.RunningBuild;
import org.ecsdelivery.sandbox.teamcity.SandboxUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds builds to policies with the zip: server half and agent half, and what goes from the one to the other. */
class PackedPolicyIT {
    @TempDir
    private Path work;

    private LocalAws aws;
    private LocalTeamCity teamCity;
    private long builds;

    @BeforeEach
    void start() {
        aws = LocalAws.builder().timings(TaskTimings.quick()).start();
        for (String cluster : List.of("prod", "dev")) {
            aws.ecs()
                    .service(cluster, "web")
                    .image("registry.example.org/web:1")
                    .running(1)
                    .circuitBreaker(true)
                    .create();
        }
        teamCity = LocalTeamCity.load(PackedPlugin.zip(), work.resolve("teamcity"), AgentProperties.bare());
    }

    @AfterEach
    void stop() {
        teamCity.close();
        aws.close();
    }

    @Test
    void deploysWhatThePoliciesAllow() {
        teamCity.server()
                .projectFeatures()
                .add(DeployPolicy.protecting("prod").branches("main").group("DEVELOPER"));

        BuildResult result = run(step("prod"), Map.of(), next().startedBy(SandboxUser.in(Role.DEVELOPER)));

        assertThat(result.succeeded()).as(String.join("\n", result.texts())).isTrue();
    }

    @Test
    void refusesAProtectedServiceToAPersonalBuildWithOneProblemOfBothHalves() {
        teamCity.server()
                .rootFeatures()
                .add(DeployPolicy.protecting("prod").personalDeploys(PersonalDeploys.UNPROTECTED));

        BuildResult refused = run(step("prod"), Map.of(), next().asPersonal());
        BuildResult allowed = run(step("dev"), Map.of(), next().asPersonal());

        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.getIdentity()).isEqualTo("ecsDeliveryPersonalBuild");
            assertThat(problem.getDescription()).contains("prod/web", "policy PROJECT_EXT_1 of project <Root project>");
        });
        assertThat(allowed.succeeded()).as(String.join("\n", allowed.texts())).isTrue();
    }

    @Test
    void judgesANameThatOnlyTheBuildSetsOnTheAgent() {
        teamCity.server().projectFeatures().add(DeployPolicy.protecting("prod").branches("main"));
        BuildStep sets = new BuildStep(
                "Set",
                "simpleRunner",
                Map.of(
                        "script.content",
                        "echo \"##teamcity[setParameter name='stage' value='prod']\"",
                        "use.custom.script",
                        "true"));

        BuildResult result =
                run(List.of(sets, BuildStep.from(step("%stage%"))), Map.of("stage", "dev"), next().onBranch("work"));

        assertThat(result.problems())
                .extracting(BuildProblemData::getDescription)
                .singleElement()
                .asString()
                .contains("branch work", "prod/web", "Branches that may be deployed: main");
        assertThat(aws.calls().count("ecs", "UpdateService")).isZero();
    }

    @Test
    void isNotLoosenedByParametersOfTheSameName() {
        teamCity.server().projectFeatures().add(DeployPolicy.protecting("prod").branches("main"));
        String freedom = new PolicyHandover(
                        EffectivePolicy.none(),
                        new PolicedBuild(false, BuildBranch.only(), Starter.nobody()),
                        Set.of(),
                        List.of())
                .text();
        BuildStep honest = BuildStep.from(step("prod"));
        Map<String, String> tampered = new HashMap<>(honest.parameters());
        tampered.put(PolicyHandover.PARAMETER, freedom);

        BuildResult result = run(
                List.of(new BuildStep(honest.name(), honest.type(), tampered)),
                Map.of(
                        PolicyHandover.PARAMETER,
                        freedom,
                        "system." + PolicyHandover.PARAMETER,
                        freedom,
                        "env." + PolicyHandover.PARAMETER,
                        freedom),
                next().onBranch("work"));

        assertThat(result.problems()).extracting(BuildProblemData::getIdentity).containsExactly("ecsDeliveryPolicy");
        assertThat(aws.calls().count("ecs", "UpdateService")).isZero();
    }

    @Test
    void keepsTheYoungerBuildInTheQueueUntilTheOlderHasEnded() throws Exception {
        teamCity.server().projectFeatures().add(DeployPolicy.protecting("prod").oneAtATime(OneAtATime.QUEUE));
        CountDownLatch begun = new CountDownLatch(1);
        RunningBuild older = begin(List.of(BuildStep.from(step("prod"))), Map.of(), next(), line -> begun.countDown());
        begun.await();

        BuildResult younger = run(step("prod"), Map.of(), next());

        assertThat(older.result().succeeded()).isTrue();
        assertThat(younger.succeeded()).as(String.join("\n", younger.texts())).isTrue();
        assertThat(younger.texts())
                .anyMatch(
                        line -> line.contains("waits in the queue: Waiting for build #1") && line.contains("prod/web"));
    }

    @Test
    void stopsTheOlderBuildForTheYounger() throws Exception {
        teamCity.server().projectFeatures().add(DeployPolicy.protecting("prod").oneAtATime(OneAtATime.CANCEL_OLDER));
        CountDownLatch begun = new CountDownLatch(1);
        RunningBuild older = begin(List.of(BuildStep.from(step("prod"))), Map.of(), next(), line -> begun.countDown());
        begun.await();

        BuildResult younger = run(step("prod"), Map.of(), next());

        assertThat(older.result().outcome()).isEqualTo(BuildResult.Outcome.CANCELED);
        assertThat(older.result().texts())
                .anyMatch(line -> line.contains("A younger build (id 2) deploys to prod/web"));
        assertThat(younger.succeeded()).as(String.join("\n", younger.texts())).isTrue();
    }

    private BuildInputs next() {
        builds++;
        return BuildInputs.of(builds, Long.toString(builds), "0".repeat(40));
    }

    private static DeployStep step(String cluster) {
        return DeployStep.of(cluster, "web")
                .image("registry.example.org/web@sha256:" + "ab".repeat(32))
                .finishLevel(FinishLevel.DEPLOYED)
                .timeout(Duration.ofMinutes(2));
    }

    private BuildResult run(DeployStep step, Map<String, String> parameters, BuildInputs inputs) {
        return run(List.of(BuildStep.from(step)), parameters, inputs);
    }

    private BuildResult run(List<BuildStep> steps, Map<String, String> parameters, BuildInputs inputs) {
        return begin(steps, parameters, inputs, LogListener.none()).result();
    }

    private RunningBuild begin(
            List<BuildStep> steps, Map<String, String> more, BuildInputs inputs, LogListener listener) {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.putAll(Map.of(
                "env.AWS_ACCESS_KEY_ID", "AKIAPACKEDPACKEDPACK",
                "env.AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY",
                "env.AWS_REGION", "eu-central-1"));
        List<BuildStep> reaching = steps.stream().map(this::reachingTheStandIn).toList();
        return teamCity.run(BuildConfiguration.of("Deliver", parameters, reaching, work), inputs, listener);
    }

    private BuildStep reachingTheStandIn(BuildStep step) {
        Map<String, String> parameters = new HashMap<>(step.parameters());
        parameters.put("aws.endpoint", aws.endpoint().toString());
        return new BuildStep(step.name(), step.type(), parameters);
    }
}
