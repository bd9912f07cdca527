package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ecsdelivery.common.settings.EnvFileDialect;
import org.ecsdelivery.common.settings.EnvFileSettings.Context;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.dsl.DeployStep;
import org.ecsdelivery.dsl.EnvFile;
import org.ecsdelivery.dsl.ImageStep;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.ecs.TaskTimings;
import org.ecsdelivery.sandbox.aws.registry.RepositorySettings;
import org.ecsdelivery.sandbox.docker.DockerAvailable;
import org.ecsdelivery.sandbox.docker.DockerCommand;
import org.ecsdelivery.sandbox.docker.HostPrograms;
import org.ecsdelivery.sandbox.teamcity.AgentProperties;
import org.ecsdelivery.sandbox.teamcity.BuildConfiguration;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.BuildResult;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.ConfiguredFeature;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.ecsdelivery.sandbox.teamcity.LogListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Hands secrets to a build in every way there is, and then looks for them everywhere, in every form. */
@DockerAvailable
@Timeout(180)
class PackedSecretHuntDockerIT {
    private final String run = UUID.randomUUID().toString();
    private final String password = "env+file/" + run + "=canary";
    private final String key = "aws+key/" + run + "=canary";
    private final String session = "session+token/" + run + "=canary";
    private final String argument = "build+argument/" + run + "=canary";
    private final String externalId = "external/id+" + run + "=canary";
    private final LocalAws other = LocalAws.builder().start();
    private final String registryPassword = other.registry().tokens().issue().password();
    private final List<String> sshKey = newKey();
    private final SecretHunt hunt = new SecretHunt(
            SecretForms.of("the build argument", argument),
            SecretForms.of("the password of the other registry", registryPassword),
            SecretForms.of("the external id", externalId),
            SecretForms.of("the SSH key", sshKey.get(2)),
            SecretForms.of("the password of the env file", password),
            SecretForms.of("the AWS secret key", key),
            SecretForms.of("the AWS session token", session));

    @TempDir
    private Path work;

    private static final String ROLE = "arn:aws:iam::123456789012:role/push";

    private LocalAws aws;
    private LocalTeamCity teamCity;
    private Path checkout;

    @BeforeEach
    void start() throws Exception {
        aws = LocalAws.builder().timings(TaskTimings.hasty()).start();
        aws.ecs()
                .service("demo", "shop-web")
                .image("public.ecr.aws/example/shop-web:41")
                .running(1)
                .create();
        aws.roles().requireExternalId(ROLE, externalId);
        other.registry().create("shop/web", RepositorySettings.defaults());
        checkout = Files.createDirectory(work.resolve("checkout"));
        Files.write(checkout.resolve("deploy.key"), sshKey);
        Files.writeString(checkout.resolve(".dockerignore"), "deploy.key\n");
        HostPrograms.plant(checkout, "sh");
        // another secret alone would not make BuildKit run the instruction again
        Files.writeString(checkout.resolve("build.txt"), run);
        teamCity = LocalTeamCity.load(
                PackedPlugin.zip(),
                work.resolve("teamcity"),
                AgentProperties.bare()
                        .withDocker("20.10", System.getenv())
                        .withEnvironment(Map.of("PATH", System.getenv("PATH"))));
        hunt.knows(work.resolve("teamcity"));
    }

    @AfterEach
    void stop() throws Exception {
        docker().run("image", "rm", "--force", repository() + ":42", elsewhere() + ":42");
        teamCity.close();
        other.close();
        aws.close();
    }

    @Test
    void nothingThatABuildLeavesHoldsASecretOfIt() throws Exception {
        BuildResult result = build("echo \"a password of ${#PASSWORD} letters\"");

        assertThat(result.succeeded()).as(String.join("\n", result.texts())).isTrue();
        assertThat(result.texts())
                .anyMatch(line -> line.contains("a password of " + password.length() + " letters"))
                .anyMatch(
                        line -> line.contains("The value of LDAP_PASSWORD in Build arguments (image.buildArgs) comes"));
        assertThat(other.registry().digest("shop/web", "42")).isPresent();
        Path image = work.resolve("image.tar");
        docker().succeed("image", "save", "--output", image.toString(), repository() + ":42");
        hunt.in(
                "the history of the image",
                docker().succeed("image", "history", "--no-trunc", repository() + ":42")
                        .output());
        hunt.below(work);
        assertThat(hunt.found()).isEmpty();
    }

    @Test
    void aDockerfileThatPrintsASecretPrintsStars() throws Exception {
        BuildResult result = build("echo \"it is $PASSWORD\" && exit 7");

        assertThat(result.succeeded()).isFalse();
        assertThat(result.texts()).anyMatch(line -> line.contains("it is *"));
        hunt.below(work);
        assertThat(hunt.found()).isEmpty();
    }

    private BuildResult build(String command) throws Exception {
        Files.writeString(
                checkout.resolve("Dockerfile"),
                "FROM scratch\nCOPY . /\nRUN --mount=type=ssh,id=deploy --mount=type=secret,id=app . /run/secrets/app && "
                        + command
                        // a RUN after this would write its value into the history of the image
                        + "\nARG LDAP_PASSWORD\n");
        try (CommandLines lines = CommandLines.watched()) {
            BuildResult result = teamCity.run(
                            configuration(), BuildInputs.of(1, "42", "0".repeat(40)), LogListener.none())
                    .result();
            assertThat(lines.seen()).as("it was looked").anyMatch(line -> line.contains("docker"));
            lines.seen().forEach(line -> hunt.in("a command line: " + line, line));
            result.texts().forEach(line -> hunt.in("the build log: " + line, line));
            hunt.in("the build problems", result.problems().toString());
            hunt.in("the parameters that the build sets", result.parameters().toString());
            Files.deleteIfExists(checkout.resolve("deploy.key"));
            return result;
        }
    }

    private BuildConfiguration configuration() {
        ImageStep image = ImageStep.of(repository())
                .secret("app", ".env")
                .ssh("deploy=deploy.key")
                .buildArgument("LDAP_PASSWORD", "%ldap.password%")
                .alsoTo(elsewhere())
                .registryLogin(other.registryHost(), "AWS", "%registry.password%")
                .role(ROLE, "%external.id%")
                .endpoint(aws.endpoint().toString());
        DeployStep deploy = DeployStep.of("demo", "shop-web")
                .finishLevel(FinishLevel.DEPLOYED)
                .endpoint(aws.endpoint().toString());
        return BuildConfiguration.of(
                        "Shop web",
                        Map.of(
                                "ldap.password", argument,
                                "registry.password", registryPassword,
                                "external.id", externalId,
                                "env-file.PASSWORD", password,
                                "env.AWS_ACCESS_KEY_ID", "ASIAPACKEDPACKEDPACK",
                                "env.AWS_SECRET_ACCESS_KEY", key,
                                "env.AWS_SESSION_TOKEN", session,
                                "env.AWS_REGION", "eu-central-1"),
                        List.of(BuildStep.from(image), BuildStep.from(deploy)),
                        checkout)
                .withPasswordParameters(Set.of(
                        "env-file.PASSWORD",
                        "env.AWS_SECRET_ACCESS_KEY",
                        "env.AWS_SESSION_TOKEN",
                        "ldap.password",
                        "registry.password",
                        "external.id"))
                .withFeatures(List.of(ConfiguredFeature.from(
                        EnvFile.at(".env").readBy(EnvFileDialect.BASH).inBuildContext(Context.IGNORE))));
    }

    private static List<String> newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            List<String> lines = new ArrayList<>(List.of("-----BEGIN PRIVATE KEY-----"));
            Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(key)
                    .lines()
                    .forEach(lines::add);
            lines.add("-----END PRIVATE KEY-----");
            return lines;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String elsewhere() {
        return other.registryHost() + "/shop/web";
    }

    private String repository() {
        return aws.registryHost() + "/shop/web";
    }

    private DockerCommand docker() throws IOException {
        return new DockerCommand(Files.createDirectories(work.resolve("docker")));
    }
}
