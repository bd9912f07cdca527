package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import jetbrains.buildServer.BuildProblemData;
import org.ecsdelivery.common.settings.BuildParameter;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.dsl.DeployStep;
import org.ecsdelivery.dsl.ImageStep;
import org.ecsdelivery.dsl.Step;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.ecs.TaskTimings;
import org.ecsdelivery.sandbox.aws.elb.TargetGroupSpec;
import org.ecsdelivery.sandbox.docker.DockerAvailable;
import org.ecsdelivery.sandbox.docker.DockerCommand;
import org.ecsdelivery.sandbox.teamcity.AgentProperties;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.ecsdelivery.sandbox.teamcity.LogListener;
import org.ecsdelivery.sandbox.teamcity.RunningBuild;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The main job, from the zip and a Dockerfile to a drained deployment, on a real Docker Engine. */
@DockerAvailable
@Timeout(120)
class PackedDeliveryDockerIT {
    private static final String SECRET_KEY = "worth+nothing/but=secret";

    @TempDir
    private Path work;

    private LocalAws aws;
    private LocalTeamCity teamCity;
    private Path checkout;
    private String group;

    @BeforeEach
    void start() throws Exception {
        aws = LocalAws.builder().timings(TaskTimings.hasty()).start();
        group = aws.elb()
                .create(TargetGroupSpec.named("shop-web")
                        .withHealthChecks(Duration.ofSeconds(1), 2, 2)
                        .withDeregistrationDelay(Duration.ofSeconds(2)));
        aws.ecs()
                .service("demo", "shop-web")
                .container("web", 8080)
                .image("public.ecr.aws/example/shop-web:41")
                .running(1)
                .targetGroup(group)
                .create();
        checkout = Files.createDirectory(work.resolve("checkout"));
        Files.writeString(checkout.resolve("page.html"), "the shop, " + Instant.now());
        Files.writeString(checkout.resolve("Dockerfile"), "FROM scratch\nCOPY page.html /\nCMD [\"/page.html\"]\n");
        AgentProperties agent = AgentProperties.bare().withDocker("20.10", System.getenv());
        teamCity = LocalTeamCity.load(PackedPlugin.zip(), work.resolve("teamcity"), agent);
    }

    @AfterEach
    void stop() throws Exception {
        docker().run("image", "rm", "--force", repository() + ":42");
        teamCity.close();
        aws.close();
    }

    @Test
    void deliversAnImageToADrainedService() throws Exception {
        BuildResult result = run(image(), deploy());

        assertThat(result.succeeded()).as(String.join("\n", result.texts())).isTrue();
        String digest = aws.registry().digest("shop/web", "42").orElseThrow().toString();
        assertThat(result.parameters())
                .containsEntry(BuildParameter.IMAGE_DIGEST, digest)
                .containsEntry(BuildParameter.IMAGE_URI, repository() + "@" + digest)
                .containsEntry(BuildParameter.IMAGE_TAG, "42")
                .containsEntry(BuildParameter.DEPLOY_RESULT, "SUCCEEDED");
        assertThat(result.statistics()).containsKeys("ecs-delivery.image.bytes", "ecs-delivery.image.pushMs");
        assertThat(result.artifacts()).contains("ecs-delivery/deployment.html", "ecs-delivery/deployment.json");
    }

    @Test
    void labelsTheImageWithWhereItComesFrom() throws Exception {
        assertThat(run(image()).succeeded()).isTrue();

        assertThat(docker().succeed("image", "inspect", "--format", "{{json .Config.Labels}}", repository() + ":42")
                        .output())
                .contains("\"org.opencontainers.image.revision\":\"" + "0".repeat(40) + "\"")
                .contains("\"org.opencontainers.image.version\":\"42\"");
    }

    @Test
    void writesNoSecretIntoLogOrParameters() throws Exception {
        Files.writeString(checkout.resolve("Dockerfile"), "FROM scratch\nLABEL stolen=" + SECRET_KEY + "\n");

        BuildResult result = run(image());

        assertThat(result.texts())
                .anyMatch(line -> line.contains("stolen="))
                .noneMatch(line -> line.contains(SECRET_KEY));
        assertThat(result.parameters().values()).noneMatch(value -> value.contains(SECRET_KEY));
    }

    @Test
    void namesActionAndResourceOfAPushThatIsDenied() throws Exception {
        aws.registry().faults().denyPush("shop/web", "arn:aws:sts::123456789012:assumed-role/ci/build-42");

        assertThat(problem(run(image(), deploy())))
                .contains("ecr:InitiateLayerUpload")
                .contains("repository/shop/web")
                .contains("assumed-role/ci/build-42");
    }

    @Test
    void pushesWithANewTokenWhenTheFirstOneExpiresOnTheWay() throws Exception {
        aws.registry().faults().expireTokensAfter(2);

        BuildResult result = run(image());

        assertThat(result.succeeded()).as(String.join("\n", result.texts())).isTrue();
        assertThat(result.texts()).anyMatch(line -> line.contains("pushing again with a new one"));
    }

    @Test
    void refusesADockerfileOutsideOfTheCheckout() throws Exception {
        assertThat(problem(run(image().dockerfile("../Dockerfile"))))
                .contains("Dockerfile (image.dockerfile)")
                .contains("checkout");
    }

    @Test
    void saysThatNoEngineAnswersAndWhere() throws Exception {
        String nobody = "unix://" + work.resolve("nobody.sock");

        assertThat(problem(start(Map.of("env.DOCKER_HOST", nobody), line -> {}, image())
                        .result()))
                .contains("No Docker Engine answers at " + nobody);
    }

    @Test
    void stopsWithinFiveSecondsWhileATargetNeverDrains() throws Exception {
        aws.elb().neverDrains(group);
        CountDownLatch draining = new CountDownLatch(1);
        RunningBuild running = start(
                Map.of(),
                line -> {
                    if (line.text().contains(": draining")) {
                        draining.countDown();
                    }
                },
                image(),
                deploy());
        draining.await();

        Instant asked = Instant.now();
        running.stop();
        BuildResult result = running.result();

        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(result.outcome()).isEqualTo(BuildResult.Outcome.CANCELED);
        assertThat(result.parameters()).containsEntry(BuildParameter.DEPLOY_RESULT, "INTERRUPTED");
    }

    private ImageStep image() {
        return ImageStep.of(repository()).endpoint(aws.endpoint().toString());
    }

    private DeployStep deploy() {
        return DeployStep.of("demo", "shop-web")
                .finishLevel(FinishLevel.STOPPED)
                .timeout(Duration.ofMinutes(1))
                .endpoint(aws.endpoint().toString());
    }

    private String repository() {
        return aws.registryHost() + "/shop/web";
    }

    private BuildResult run(Step... steps) {
        return start(Map.of(), line -> {}, steps).result();
    }

    private RunningBuild start(Map<String, String> more, LogListener listener, Step... steps) {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put("env.AWS_ACCESS_KEY_ID", "AKIAPACKEDPACKEDPACK");
        parameters.put("env.AWS_SECRET_ACCESS_KEY", SECRET_KEY);
        parameters.put("env.AWS_REGION", "eu-central-1");
        List<BuildStep> all = Arrays.stream(steps).map(BuildStep::from).toList();
        return teamCity.run(
                BuildConfiguration.of("Shop web", parameters, all, checkout),
                BuildInputs.of(1, "42", "0".repeat(40)),
                listener);
    }

    private static String problem(BuildResult result) {
        assertThat(result.succeeded()).isFalse();
        return result.problems().stream()
                .map(BuildProblemData::getDescription)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no build problem in\n" + String.join("\n", result.texts())));
    }

    private DockerCommand docker() throws Exception {
        return new DockerCommand(Files.createDirectories(work.resolve("docker")));
    }
}
