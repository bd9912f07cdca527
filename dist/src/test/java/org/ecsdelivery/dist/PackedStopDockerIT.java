package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.BuildParameter;
import org.ecsdelivery.common.settings.ImageBuilder;
import org.ecsdelivery.common.settings.ImageCleanUp;
import org.ecsdelivery.common.settings.ImageScan;
import org.ecsdelivery.dsl.ImageStep;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.ecsdelivery.sandbox.docker.DockerAvailable;
import org.ecsdelivery.sandbox.docker.DockerCommand;
import org.ecsdelivery.sandbox.docker.HostPrograms;
import org.ecsdelivery.sandbox.teamcity.AgentProperties;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.ecsdelivery.sandbox.teamcity.RunningBuild;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Presses Stop while the packed step waits for AWS, for the real engine and for a registry: none of them ever goes on. */
@DockerAvailable
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackedStopDockerIT {
    private static final String ROLE = "arn:aws:iam::123456789012:role/push";

    private final LocalAws aws = LocalAws.builder().start();
    private final CountDownLatch gate = new CountDownLatch(1);

    private Path work;
    private LocalTeamCity teamCity;
    private Path checkout;

    /** What never ends, and what the step says of it. */
    private enum Wait {
        ROLE("sts", "AssumeRole", "looked at Docker and the registries. Nothing was pushed."),
        REPOSITORY("ecr", "CreateRepository", "looked at Docker and the registries. Nothing was pushed."),
        RUN("", "", "built the image. Nothing was pushed. Created, and still there: "),
        PUSH("", "", "of which layers may be in the registry, at worst with the tag. Nothing was pushed."),
        SCAN("ecr", "DescribeImageScanFindings", "waited for the vulnerability scan. In the registry: ");

        private final String service;
        private final String operation;
        private final String says;

        Wait(String service, String operation, String says) {
            this.service = service;
            this.operation = operation;
            this.says = says;
        }
    }

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        work = directory;
        checkout = Files.createDirectory(work.resolve("checkout"));
        HostPrograms.plant(checkout, "sh", "sleep");
        teamCity = LocalTeamCity.load(
                PackedPlugin.zip(),
                work.resolve("teamcity"),
                AgentProperties.bare()
                        .with("docker.server.version", "20.10")
                        .withEnvironment(Map.of("PATH", System.getenv("PATH"))));
    }

    @AfterAll
    void close() {
        gate.countDown();
        teamCity.close();
        aws.close();
    }

    private ImageStep step(Wait wait) {
        return ImageStep.of(repository(wait))
                .tags("42")
                .builder(ImageBuilder.ENGINE)
                .scan(wait == Wait.SCAN ? ImageScan.GATE : ImageScan.OFF)
                .cleanUp(ImageCleanUp.REMOVE)
                .role(ROLE)
                .endpoint(aws.endpoint().toString());
    }

    private String repository(Wait wait) {
        return aws.registryHost() + "/shop-" + wait.name().toLowerCase(java.util.Locale.ROOT);
    }

    private void dockerfile(Wait wait) throws IOException {
        String command = wait == Wait.RUN ? "RUN echo begun $((40 + 2)); /bin/sleep 602" : "LABEL stop=" + wait;
        Files.writeString(
                checkout.resolve("Dockerfile"),
                "FROM scratch\nLABEL made=" + UUID.randomUUID() + "\nCOPY . /\n" + command + "\n");
    }

    private RunningBuild run(Wait wait, CountDownLatch reached) {
        Map<String, String> parameters = Map.of(
                "env.AWS_ACCESS_KEY_ID", "AKIAPACKEDPACKEDPACK",
                "env.AWS_SECRET_ACCESS_KEY", "worth+nothing/but=secret",
                "env.AWS_REGION", "eu-central-1");
        return teamCity.run(
                BuildConfiguration.of("Shop", parameters, List.of(BuildStep.from(step(wait))), checkout),
                BuildInputs.of(1, "42", "0".repeat(40)),
                line -> {
                    if (line.text().equals("begun 42")) {
                        reached.countDown();
                    }
                });
    }

    @ParameterizedTest
    @EnumSource
    void endsWithinFiveSecondsAndLeavesNothing(Wait wait) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        dockerfile(wait);
        if (!wait.service.isEmpty()) {
            aws.faults().always(wait.service, wait.operation, new Fault.Lost(false, reached, gate));
        } else if (wait == Wait.PUSH) {
            aws.registry().faults().holdUploads(reached);
        }
        try {
            RunningBuild build = run(wait, reached);
            assertThat(reached.await(60, TimeUnit.SECONDS))
                    .as(() -> "it came to " + wait + ": " + build.log())
                    .isTrue();

            build.stop();
            BuildResult result = CompletableFuture.supplyAsync(build::result).get(5, TimeUnit.SECONDS);

            assertThat(result.outcome()).isEqualTo(BuildResult.Outcome.CANCELED);
            assertThat(result.problems()).isEmpty();
            assertThat(result.texts())
                    .anyMatch(line -> line.contains("It was stopped while it") && line.contains(wait.says));
            assertThat(result.parameters()).doesNotContainKeys(BuildParameter.IMAGE_URI, BuildParameter.IMAGE_DIGEST);
            assertThat(ownDirectories()).isEmpty();
            assertThat(images(wait)).isEmpty();
        } finally {
            aws.faults().clear();
            aws.registry().faults().clear();
        }
    }

    private List<Path> ownDirectories() throws IOException {
        try (Stream<Path> all = Files.walk(work.resolve("teamcity/agent"))) {
            return all.filter(path -> path.getFileName().toString().startsWith("ecs-delivery-p"))
                    .toList();
        }
    }

    private String images(Wait wait) throws Exception {
        return new DockerCommand(Files.createDirectories(work.resolve("docker")))
                .succeed("images", "--quiet", repository(wait))
                .output();
    }
}
