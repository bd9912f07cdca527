package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.BuildProblemData;
import org.ecsdelivery.common.settings.AwsParameters;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.RunTypeId;
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

/** Runs both steps with the classes in the zip, and only those and TeamCity's: what was trimmed is not needed. */
class PackedBuildIT {
    @TempDir
    private Path work;

    private LocalAws aws;

    @BeforeEach
    void start() {
        aws = LocalAws.builder().timings(TaskTimings.hasty()).start();
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void deploysAService() {
        aws.ecs()
                .service("demo", "shop-web")
                .image("registry.example.org/shop/web:41")
                .running(1)
                .create();
        BuildResult result = run(
                Map.of(),
                RunTypeId.DEPLOY,
                Map.of(
                        DeployParameters.CLUSTER.name(), "demo",
                        DeployParameters.SERVICE.name(), "shop-web",
                        DeployParameters.IMAGE.name(), "registry.example.org/shop/web@sha256:" + "ab".repeat(32),
                        DeployParameters.FINISH_LEVEL.name(), "LIVE",
                        DeployParameters.TIMEOUT.name(), "5"));
        assertThat(result.succeeded()).as(String.join("\n", result.texts())).isTrue();
    }

    @Test
    void asksARemoteDockerEngineOverTlsWhatItIs() throws Exception {
        SelfSigned own = SelfSigned.make("engine", work);
        SelfSigned agent = SelfSigned.make("agent", work);
        Path certificates = Files.createDirectory(work.resolve("certificates"));
        Files.writeString(certificates.resolve("ca.pem"), own.certificate());
        Files.writeString(certificates.resolve("cert.pem"), agent.certificate());
        Files.writeString(certificates.resolve("key.pem"), agent.key());
        Files.writeString(work.resolve("Dockerfile"), "FROM scratch\n");
        try (TlsEngine engine = TlsEngine.start(own, agent)) {
            BuildResult result = run(
                    Map.of(
                            "env.DOCKER_HOST",
                            engine.address(),
                            "env.DOCKER_TLS_VERIFY",
                            "1",
                            "env.DOCKER_CERT_PATH",
                            certificates.toString()),
                    RunTypeId.IMAGE,
                    Map.of(ImageParameters.REPOSITORY.name(), aws.registryHost() + "/shop/web"));
            assertThat(result.texts())
                    .anyMatch(
                            line -> line.contains("Docker Engine 99.1") && line.contains(engine.address() + " (TLS)"));
            assertThat(result.problems())
                    .extracting(BuildProblemData::getDescription)
                    .singleElement()
                    .asString()
                    .contains("this engine builds nothing");
        }
    }

    private BuildResult run(Map<String, String> environment, String type, Map<String, String> step) {
        Map<String, String> parameters = new HashMap<>(environment);
        parameters.put("env.AWS_ACCESS_KEY_ID", "AKIAPACKEDPACKEDPACK");
        parameters.put("env.AWS_SECRET_ACCESS_KEY", "worth-nothing");
        parameters.put("env.AWS_REGION", "eu-central-1");
        AgentProperties agent = AgentProperties.bare().with("docker.server.version", "99.1");
        Map<String, String> local = new HashMap<>(step);
        local.put(AwsParameters.ENDPOINT.name(), aws.endpoint().toString());
        try (LocalTeamCity teamCity = LocalTeamCity.load(PackedPlugin.zip(), work.resolve("teamcity"), agent)) {
            List<BuildStep> steps = List.of(teamCity.server().step("the step", type, local));
            return teamCity.run(
                            BuildConfiguration.of("Packed", parameters, steps, work),
                            BuildInputs.of(1, "42", "0".repeat(40)),
                            line -> {})
                    .result();
        }
    }
}
