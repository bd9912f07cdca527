package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.BuildProblemData;
import org.ecsdelivery.common.settings.BuildParameter;
import org.ecsdelivery.dsl.ImageStep;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.registry.RepositorySettings;
import org.ecsdelivery.sandbox.aws.registry.TagMutability;
import org.ecsdelivery.sandbox.docker.DockerAvailable;
import org.ecsdelivery.sandbox.docker.DockerCommand;
import org.ecsdelivery.sandbox.teamcity.AgentProperties;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One image for the registries of two accounts in two Regions, from the zip and on a real Docker Engine. */
@DockerAvailable
@Timeout(120)
class PackedRegistriesDockerIT {
    private static final String ROLE = "arn:aws:iam::210987654321:role/push";

    private final LocalAws europe = LocalAws.builder().start();
    private final LocalAws america =
            LocalAws.builder().account("210987654321").region("us-east-1").start();

    @TempDir
    private Path work;

    private LocalTeamCity teamCity;
    private Path checkout;

    @BeforeEach
    void start() throws Exception {
        checkout = Files.createDirectory(work.resolve("checkout"));
        Files.writeString(checkout.resolve("page.html"), "the shop, " + Instant.now());
        Files.writeString(checkout.resolve("Dockerfile"), "FROM scratch\nCOPY page.html /\n");
        AgentProperties agent = AgentProperties.bare().withDocker("20.10", System.getenv());
        teamCity = LocalTeamCity.load(PackedPlugin.zip(), work.resolve("teamcity"), agent);
        america.roles().requireExternalId(ROLE, "shop-7");
    }

    @AfterEach
    void stop() throws Exception {
        DockerCommand docker = new DockerCommand(Files.createDirectories(work.resolve("docker")));
        for (LocalAws each : List.of(europe, america)) {
            docker.run(
                    "image",
                    "rm",
                    "--force",
                    shop(each) + ":42",
                    shop(each) + ":latest",
                    shop(each) + "-copy:42",
                    shop(each) + "-copy:latest");
        }
        teamCity.close();
        america.close();
        europe.close();
    }

    private static String shop(LocalAws aws) {
        return aws.registryHost() + "/shop";
    }

    private ImageStep step() {
        return ImageStep.of(shop(europe))
                .alsoTo(shop(america))
                .tags("42", "latest")
                .standardLabels(false)
                .endpoint(europe.endpoint().toString())
                .registry(
                        america.registryHost(),
                        "role=" + ROLE,
                        "externalId=shop-7",
                        "region=us-east-1",
                        "endpoint=" + america.endpoint());
    }

    private BuildResult run(ImageStep step) {
        Map<String, String> parameters = Map.of(
                "env.AWS_ACCESS_KEY_ID",
                "AKIAPACKEDPACKEDPACK",
                "env.AWS_SECRET_ACCESS_KEY",
                "worth+nothing/but=secret",
                "env.AWS_REGION",
                "eu-central-1");
        return teamCity.run(
                        BuildConfiguration.of("Shop", parameters, List.of(BuildStep.from(step)), checkout),
                        BuildInputs.of(1, "42", "0".repeat(40)),
                        line -> {})
                .result();
    }

    private static String problem(BuildResult result) {
        assertThat(result.succeeded()).isFalse();
        return result.problems().stream()
                .map(BuildProblemData::getDescription)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isBuiltOnceAndPushedToBothWithOneUploadEach() {
        BuildResult result = run(step());

        assertThat(result.succeeded()).as(String.join("\n", result.texts())).isTrue();
        String digest = europe.registry().digest("shop", "42").orElseThrow().toString();
        assertThat(america.registry().digest("shop", "latest"))
                .map(Object::toString)
                .contains(digest);
        assertThat(result.parameters())
                .containsEntry(BuildParameter.IMAGE_URI, shop(europe) + "@" + digest)
                .containsEntry(
                        BuildParameter.IMAGE_URIS, shop(europe) + "@" + digest + "," + shop(america) + "@" + digest);
        // the layer and the configuration, whatever the number of tags
        assertThat(europe.registry().blobUploads()).isEqualTo(2);
        assertThat(america.registry().blobUploads()).isEqualTo(2);
        assertThat(america.calls().count("sts", "AssumeRole")).isEqualTo(1);
    }

    @Test
    void sendsNothingTwiceWithinOneRegistryAndNothingAtAllTheSecondTime() {
        ImageStep two = step().alsoTo(shop(europe) + "-copy");

        assertThat(run(two).succeeded()).isTrue();
        BuildResult again = run(two);

        assertThat(again.succeeded()).as(String.join("\n", again.texts())).isTrue();
        assertThat(again.texts())
                .filteredOn(line -> line.contains("nothing to push"))
                .hasSize(6);
        // Docker asks the registry to take the layer from the repository next to it, and sends the configuration only
        assertThat(europe.registry().blobUploads()).isLessThanOrEqualTo(3);
    }

    @Test
    void saysWhichRegistryLacksTheImageWhenATagIsTakenThere() throws Exception {
        america.registry()
                .create("shop", RepositorySettings.defaults().withMutability(TagMutability.IMMUTABLE, List.of()));
        assertThat(run(step()).succeeded()).isTrue();
        String before = america.registry().digest("shop", "42").orElseThrow().toString();
        Files.writeString(checkout.resolve("page.html"), "another shop, " + Instant.now());

        assertThat(problem(run(step())))
                .contains("The tag of " + shop(america) + ":42 is taken")
                .contains(before)
                .contains("this build has made image sha256:")
                .contains("Not pushed: " + shop(america) + "; pushed: " + shop(europe) + "@sha256:");
        assertThat(america.registry().digest("shop", "42"))
                .map(Object::toString)
                .contains(before);
    }

    @Test
    void leavesOneRegistryAloneWhenTheOtherDoesNotLetTheStepIn() {
        america.roles().requireExternalId(ROLE, "another");

        assertThat(problem(run(step()))).contains("sts:AssumeRole", ROLE);
        assertThat(europe.registry().repository("shop")).isEmpty();
    }
}
