package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.settings.DeployOrder;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.dsl.DeployStep;
import org.ecsdelivery.dsl.ScriptStep;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.ecs.TaskTimings;
import org.ecsdelivery.sandbox.teamcity.AgentProperties;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Service;

/** Starts a pair of services that usually run nothing, uses it and tears it down, as docs/transcoding.md shows it. */
class PackedPairIT {
    private static final String KEY = "AKIAPACKEDPACKEDPACK";
    private static final String SECRET = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY";
    private static final List<String> PAIR = List.of("node-red", "broker");

    @TempDir
    private Path work;

    private LocalAws aws;

    @BeforeEach
    void start() {
        aws = LocalAws.builder().timings(TaskTimings.hasty()).start();
        PAIR.forEach(name -> aws.ecs()
                .service("test", name)
                .image("registry.example.org/" + name + ":1")
                .running(0)
                .create());
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void runsThePairForTheStepsBetween() {
        BuildResult result = run();

        assertThat(result.succeeded()).as(String.join("\n", result.texts())).isTrue();
        assertThat(result.texts()).contains("used");
        assertThat(desired()).isZero();
    }

    private BuildResult run() {
        DeployStep pair = DeployStep.of("test", "node-red")
                .alsoService("broker", "registry.example.org/broker@sha256:" + "cd".repeat(32))
                .image("registry.example.org/node-red@sha256:" + "ab".repeat(32))
                .order(DeployOrder.PARALLEL)
                .timeout(Duration.ofMinutes(2))
                .endpoint(aws.endpoint().toString());
        List<BuildStep> steps = List.of(
                BuildStep.from(pair.name("Start the pair").desiredCount(1).finishLevel(FinishLevel.LIVE)),
                BuildStep.from(ScriptStep.of("echo used").name("Use it")),
                BuildStep.from(pair.name("Tear it down")
                        .desiredCount(0)
                        .finishLevel(FinishLevel.DEPLOYED)
                        .always()));
        Map<String, String> parameters = Map.of(
                "env.AWS_ACCESS_KEY_ID", KEY, "env.AWS_SECRET_ACCESS_KEY", SECRET, "env.AWS_REGION", "eu-central-1");
        try (LocalTeamCity teamCity =
                LocalTeamCity.load(PackedPlugin.zip(), work.resolve("teamcity"), AgentProperties.bare())) {
            return teamCity.run(
                            BuildConfiguration.of("Test", parameters, steps, work),
                            BuildInputs.of(1, "42", "0".repeat(40)),
                            line -> {})
                    .result();
        }
    }

    /** Returns how many tasks of the pair shall run; those that shall not may take their time to stop. */
    private int desired() {
        try (EcsClient ecs = EcsClient.builder()
                .endpointOverride(aws.endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET)))
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            return ecs.describeServices(request -> request.cluster("test").services(PAIR)).services().stream()
                    .mapToInt(Service::desiredCount)
                    .sum();
        }
    }
}
