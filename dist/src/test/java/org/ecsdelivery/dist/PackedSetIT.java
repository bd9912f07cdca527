package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.BuildProblemData;
import org.ecsdelivery.common.settings.DeployOrder;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.settings.OnFailure;
import org.ecsdelivery.dsl.DeployStep;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
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

/** Deploys several services in one step with the zip. */
class PackedSetIT {
    @TempDir
    private Path work;

    private LocalAws aws;
    private LocalTeamCity teamCity;

    @BeforeEach
    void start() {
        aws = LocalAws.builder().timings(TaskTimings.hasty()).start();
        for (String name : List.of("web", "mail")) {
            aws.ecs()
                    .service("demo", name)
                    .image("registry.example.org/" + name + ":1")
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
    void deploysSeveralServicesAtTheSameTimeEachWithItsNameReportAndParameters() {
        BuildResult result = run(step().order(DeployOrder.PARALLEL));

        assertThat(result.succeeded()).as(String.join("\n", result.texts())).isTrue();
        assertThat(result.texts())
                .anyMatch(line -> line.startsWith("web: "))
                .anyMatch(line -> line.startsWith("mail: "))
                .anyMatch(line -> line.matches("web +SUCCEEDED +web:1 +web:2 .*"));
        assertThat(result.artifacts())
                .contains(
                        "ecs-delivery/deployment.html",
                        "ecs-delivery/deployment.json",
                        "ecs-delivery/web/deployment.html",
                        "ecs-delivery/mail/deployment.json");
        assertThat(result.parameters())
                .containsEntry("ecs-delivery.deploy.result", "SUCCEEDED")
                .containsEntry("ecs-delivery.deploy.mail.result", "SUCCEEDED")
                .hasEntrySatisfying(
                        "ecs-delivery.deploy.web.taskDefinition",
                        arn -> assertThat(arn).endsWith("web:2"));
    }

    @Test
    void takesTheSetBackAndNamesTheServiceThatFailed() {
        aws.ecs().behaviour(image -> image.contains("/mail@"), TaskBehaviour.crashes(1, "no database"));

        BuildResult result = run(step().onFailure(OnFailure.ROLL_BACK_SET));

        assertThat(result.problems())
                .extracting(BuildProblemData::getDescription)
                .singleElement()
                .asString()
                .startsWith("0 of 2 services in cluster demo are deployed. Not deployed: mail."
                        + " Back on what they ran before: web, mail.");
        assertThat(result.parameters())
                .containsEntry("ecs-delivery.deploy.result", "ROLLED_BACK")
                .containsEntry("ecs-delivery.deploy.web.result", "TAKEN_BACK");
    }

    private static DeployStep step() {
        return DeployStep.of("demo", "web")
                .alsoService("mail")
                .image("registry.example.org/{service}@sha256:" + "ab".repeat(32))
                .finishLevel(FinishLevel.DEPLOYED)
                .timeout(Duration.ofMinutes(2));
    }

    private BuildResult run(DeployStep step) {
        Map<String, String> parameters = Map.of(
                "env.AWS_ACCESS_KEY_ID", "AKIAPACKEDPACKEDPACK",
                "env.AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY",
                "env.AWS_REGION", "eu-central-1");
        return teamCity.run(
                        BuildConfiguration.of(
                                "Deploy",
                                parameters,
                                List.of(BuildStep.from(
                                        step.endpoint(aws.endpoint().toString()))),
                                work),
                        BuildInputs.of(1, "42", "0".repeat(40)),
                        line -> {})
                .result();
    }
}
