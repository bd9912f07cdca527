package org.ecsdelivery.agent;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.agent.BuildFinishedStatus;
import jetbrains.buildServer.agent.BuildProcess;
import org.ecsdelivery.agent.envfile.ValueHashes;
import org.ecsdelivery.common.settings.EnvFileHistory;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.ecs.DeploymentState.Rollout;
import org.ecsdelivery.engine.ecs.InMemoryEcs;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.ecsdelivery.engine.ecs.Variables;
import org.ecsdelivery.engine.envfile.EnvOrigin;
import org.ecsdelivery.engine.envfile.EnvVariable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A deploy step that hands an env file of its build to the container. */
@Timeout(30)
class DeployEnvFileTest {
    private static final String ARN = "arn:aws:ssm:eu-central-1:123456789012:parameter/shop/db-password";
    private static final EnvVariable PASSWORD =
            new EnvVariable("DB_PASSWORD", "hunter2!", EnvOrigin.ssm("/shop/db-password", ARN), true);
    private static final EnvVariable HOST =
            new EnvVariable("DB_HOST", "db.internal ", EnvOrigin.parameter("env-file.DB_HOST"), false);
    private static final EnvVariable TOKEN =
            new EnvVariable("API_TOKEN", "t0ken!", EnvOrigin.parameter("env-file.API_TOKEN"), true);

    @TempDir
    Path directory;

    private BuildOnTest build;

    @BeforeEach
    void prepare() {
        build = new BuildOnTest(directory);
        String image = BuildOnTest.HOST + "/team/shop@sha256:" + "a".repeat(64);
        build.registry.holding(ImageReference.parse(image));
        build.parameters.putAll(Map.of(
                "deploy.cluster", "prod", "deploy.service", "web", "deploy.image", image, "deploy.envFile", ".env"));
    }

    @Test
    void handsOverWhatAwsHasByReferenceAndTheRestAsItIs() throws Exception {
        build.withEnvFile(".env", PASSWORD, HOST);

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(deployed()).isEqualTo(new Variables(Map.of("DB_HOST", "db.internal "), Map.of("DB_PASSWORD", ARN)));
    }

    @Test
    void tellsNamesInThePlanAndValuesNowhere() throws Exception {
        build.withEnvFile(".env", PASSWORD, HOST);

        run();

        Path files = directory.resolve("temp").resolve("ecs-delivery-RUNNER_1");
        String told = String.join("\n", build.log.lines())
                + Files.readString(files.resolve("deployment.json"))
                + Files.readString(files.resolve("deployment.html"));
        assertThat(told)
                .contains("From env file .env, container app gets 1 variable by reference")
                .contains("(DB_PASSWORD), and 1 variable in the task definition (DB_HOST)")
                .doesNotContain("hunter2!")
                .doesNotContain("db.internal");
    }

    @Test
    void refusesSecretsThatLieInTheBuildOnlyAndNamesAllOfThem() throws Exception {
        EnvVariable other = new EnvVariable("SIGNING_KEY", "s1gn!", EnvOrigin.value(), true);
        build.withEnvFile(".env", PASSWORD, TOKEN, other);

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.getIdentity()).isEqualTo("ecsDeliveryEnvFileExposed");
            assertThat(problem.getDescription())
                    .contains("2 secrets of env file .env cannot be handed over by reference")
                    .contains("API_TOKEN: it comes from parameter env-file.API_TOKEN")
                    .contains("SIGNING_KEY: it comes from value in the settings")
                    .contains("(deploy.envFileAs)")
                    .doesNotContain("DB_PASSWORD")
                    .doesNotContain("t0ken!");
        });
        assertThat(build.ecs.calls()).isEmpty();
    }

    @Test
    void putsEveryValueIntoTheTaskDefinitionWhenAskedToAndWarnsOfTheSecrets() throws Exception {
        build.parameters.put("deploy.envFileAs", "ENVIRONMENT");
        build.withEnvFile(".env", PASSWORD, HOST, TOKEN);

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(deployed())
                .isEqualTo(new Variables(
                        Map.of("DB_PASSWORD", "hunter2!", "DB_HOST", "db.internal ", "API_TOKEN", "t0ken!"), Map.of()));
        assertThat(build.log.lines())
                .anyMatch(line -> line.contains("Of env file .env, DB_PASSWORD, API_TOKEN will be readable"));
    }

    @Test
    void letsWhatTheStepSaysOfAVariableCountBeforeTheFile() throws Exception {
        build.parameters.putAll(Map.of(
                "deploy.environment", "DB_HOST=other",
                "deploy.secrets", "API_TOKEN=" + ARN,
                "deploy.environmentUnset", "DB_PASSWORD"));
        build.withEnvFile(".env", PASSWORD, HOST, TOKEN);

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(deployed()).isEqualTo(new Variables(Map.of("DB_HOST", "other"), Map.of("API_TOKEN", ARN)));
    }

    @Test
    void saysWhichFilesTheBuildHasWhenItHasNotTheOneNamed() throws Exception {
        build.withEnvFile("other.env", HOST).withEnvFile("more.env", HOST);

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems())
                .extracting(BuildProblemData::getDescription)
                .singleElement()
                .asString()
                .startsWith(
                        "Env file (deploy.envFile): the build has no env file '.env' at this step: It has other.env,"
                                + " more.env.");
    }

    @Test
    void putsACopyWhereEcsReadsItUnderANameThatOnlyTheKeyOfTheConfigurationTells() throws Exception {
        build.configuration.put(EnvFileHistory.KEY, "5a".repeat(32));
        inS3();

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        String key = build.buckets.keys("files").get(0);
        String content = "DB_PASSWORD=hunter2!\nDB_HOST=db.internal \nAPI_TOKEN=t0ken!\n";
        assertThat(key)
                .isEqualTo("prod/ecs-delivery-"
                        + ValueHashes.under("5a".repeat(32)).orElseThrow().of(content) + ".env");
        assertThat(build.buckets.read("files", key)).isEqualTo(content);
        assertThat(deployed()).isEqualTo(new Variables(Map.of(), Map.of(), List.of("arn:aws:s3:::files/" + key)));
        assertThat(String.join("\n", build.log.lines()))
                .doesNotContain("hunter2!")
                .doesNotContain("db.internal");
    }

    @Test
    void namesTheCopyAfterTheBuildWhereThereIsNoKey() throws Exception {
        inS3();

        run();

        assertThat(build.buckets.keys("files"))
                .singleElement()
                .asString()
                .matches("prod/ecs-delivery-build-4711-[0-9a-f-]{36}\\.env");
    }

    @Test
    void refusesAValueThatTheCopyCannotHoldByItsName() throws Exception {
        inS3();
        build.withEnvFile("tls.env", new EnvVariable("TLS_KEY", "-----BEGIN\nMII\n", EnvOrigin.value(), true));
        build.parameters.put("deploy.envFile", "tls.env");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems())
                .extracting(BuildProblemData::getDescription)
                .singleElement()
                .asString()
                .contains("TLS_KEY")
                .doesNotContain("MII");
        assertThat(build.buckets.keys("files")).isEmpty();
    }

    private void inS3() {
        build.buckets.create("files");
        build.parameters.putAll(Map.of("deploy.envFileAs", "S3", "deploy.envFileBucket", "s3://files/prod"));
        build.withEnvFile(".env", PASSWORD, HOST, TOKEN);
    }

    private Variables deployed() {
        return build.ecs
                .revision(InMemoryEcs.revisionArn(2))
                .containers()
                .get(0)
                .variables();
    }

    private BuildFinishedStatus run() throws Exception {
        build.time.at(ofSeconds(10), () -> build.ecs.runTask("new1", "ecs-svc/2"));
        build.time.at(ofSeconds(20), () -> build.ecs.move("old1", TaskStatus.DEACTIVATING));
        build.time.at(ofSeconds(40), () -> {
            build.ecs.targetGone("old1");
            build.ecs.move("old1", TaskStatus.STOPPING);
            build.ecs.dropDeployment("ecs-svc/1");
            build.ecs.rollout("ecs-svc/2", Rollout.COMPLETED, "");
        });
        BuildProcess process = build.deployRunner().createBuildProcess(build.build, build.context);
        process.start();
        return process.waitFor();
    }
}
