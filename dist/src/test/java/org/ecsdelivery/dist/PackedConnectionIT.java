package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.serverSide.connections.credentials.ConnectionCredentials;
import jetbrains.buildServer.serverSide.connections.credentials.ProjectConnectionCredentialsManager;
import org.ecsdelivery.common.settings.FinishLevel;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step with a connection of TeamCity, from the server half that asks for credentials to the agent half that uses them. */
class PackedConnectionIT {
    private static final String SECRET = "connectionSecretKeyEXAMPLEKEYEXAMPLEKEY0";
    private static final String TOKEN = "connectionSessionTokenEXAMPLETOKEN==";
    private static final Map<String, String> GIVEN = Map.of(
            "awsAccessKeyId",
            "ASIACONNECTIONEXAMPL",
            "awsSecretAccessKey",
            SECRET,
            "awsSessionToken",
            TOKEN,
            "awsRegionName",
            "eu-central-1");

    @TempDir
    private Path work;

    private LocalAws aws;
    private LocalTeamCity teamCity;
    private String connection;

    @BeforeEach
    void start() {
        aws = LocalAws.builder().timings(TaskTimings.hasty()).start();
        aws.ecs()
                .service("prod", "web")
                .image("registry.example.org/web:1")
                .running(1)
                .create();
        teamCity = LocalTeamCity.load(PackedPlugin.zip(), work.resolve("teamcity"), AgentProperties.bare());
        connection = teamCity.server()
                .projectFeatures()
                .add("OAuthProvider", Map.of("providerType", "AWS", "displayName", "Production"))
                .getId();
    }

    @AfterEach
    void stop() {
        teamCity.close();
        aws.close();
    }

    private void serverGives(ConnectionCredentials credentials) {
        teamCity.server().offer(ProjectConnectionCredentialsManager.class, (project, id, more) -> credentials);
    }

    private BuildResult run() {
        DeployStep step = DeployStep.of("prod", "web")
                .image("registry.example.org/web@sha256:" + "ab".repeat(32))
                .connection(connection)
                .endpoint(aws.endpoint().toString())
                .finishLevel(FinishLevel.DEPLOYED)
                .timeout(Duration.ofMinutes(2));
        return teamCity.run(
                        BuildConfiguration.of("Deliver", Map.of(), List.of(BuildStep.from(step)), work),
                        BuildInputs.of(1, "1", "0".repeat(40)),
                        LogListener.none())
                .result();
    }

    @Test
    void deploysWithTheCredentialsOfTheConnectionAndShowsNoneOfThem() {
        serverGives(() -> GIVEN);

        BuildResult result = run();

        assertThat(result.succeeded()).as(String.join("\n", result.texts())).isTrue();
        assertThat(result.texts()).anyMatch(line -> line.contains("AWS connection '" + connection + "'"));
        assertThat(String.join("\n", result.texts()) + result.parameters() + result.problems())
                .doesNotContain(SECRET, TOKEN);
    }

    @Test
    void failsWithTheReasonOfTheServerBeforeAnythingIsAsked() {
        serverGives(() -> {
            throw new IllegalStateException("the role of the connection may not be assumed");
        });

        BuildResult result = run();

        assertThat(result.problems())
                .extracting(BuildProblemData::getDescription)
                .anyMatch(text -> text.contains("Production (" + connection + ") gave no credentials: the role"));
        assertThat(aws.calls().all()).isEmpty();
    }

    @Test
    void saysWhatAServerWithoutThatServiceCanUse() {
        assertThat(run().problems())
                .extracting(BuildProblemData::getDescription)
                .anyMatch(text -> text.contains("there is one since 2023.11") && text.contains("AWS Credentials"));
        assertThat(aws.calls().all()).isEmpty();
    }
}
