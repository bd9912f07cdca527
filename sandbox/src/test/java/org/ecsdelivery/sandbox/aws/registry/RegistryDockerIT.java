package org.ecsdelivery.sandbox.aws.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.docker.DockerAvailable;
import org.ecsdelivery.sandbox.docker.DockerCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The docker command against the registry; an engine with the containerd image store hands on a status in place of its words. */
@DockerAvailable
class RegistryDockerIT {

    @TempDir
    Path directory;

    private final LocalAws aws = LocalAws.builder().start();
    private final List<String> images = new ArrayList<>();
    private DockerCommand docker;

    @BeforeEach
    void open() throws IOException {
        docker = new DockerCommand(Files.createDirectory(directory.resolve("config")));
        logIn();
        aws.registry().create("shop/web", RepositorySettings.defaults());
    }

    @AfterEach
    void close() throws Exception {
        for (String image : images) {
            docker.run("rmi", "--force", image);
        }
        aws.close();
    }

    @Test
    void servesTheImageThatWasPushed() throws Exception {
        String image = build("shop/web:1.0");
        String digest = docker.succeed("push", image).digest();
        assertThat(aws.registry().digest("shop/web", "1.0")).contains(new Digest(digest));
        assertThat(aws.registry().resolve(image)).contains(new Digest(digest));
        docker.succeed("rmi", "--force", image);
        String byDigest = aws.registryHost() + "/shop/web@" + digest;
        images.add(byDigest);
        assertThat(docker.succeed("pull", byDigest).digest()).isEqualTo(digest);
        assertThat(docker.succeed("pull", image).digest()).isEqualTo(digest);
    }

    @Test
    void isNotSentLayersThatAreThereAlready() throws Exception {
        String first = build("shop/web:1.0");
        docker.succeed("push", first);
        int sent = aws.registry().blobUploads();
        assertThat(sent).isEqualTo(2);
        docker.succeed("push", tag(first, "shop/web:again"));
        assertThat(aws.registry().blobUploads()).isEqualTo(sent);
    }

    @Test
    void mountsLayersOfAnotherRepository() throws Exception {
        aws.registry().create("shop/worker", RepositorySettings.defaults());
        String web = build("shop/web:1.0");
        docker.succeed("push", web);
        assertThat(docker.succeed("push", tag(web, "shop/worker:1.0")).output()).contains("Mounted from shop/web");
    }

    @Test
    void takesAnImageLargerThanABuffer() throws Exception {
        String image = build("shop/web:large", 8 * 1024 * 1024);
        String digest = docker.succeed("push", image).digest();
        docker.succeed("rmi", "--force", image);
        assertThat(docker.succeed("pull", image).digest()).isEqualTo(digest);
    }

    @Test
    void saysThatThePushIsDenied() throws Exception {
        aws.registry().faults().denyPush("shop/web", "arn:aws:sts::123456789012:assumed-role/build/agent-1");
        assertThat(refused("push", build("shop/web:1.0")))
                .containsAnyOf(
                        "/blobs/uploads/: 403 Forbidden",
                        "denied: User: arn:aws:sts::123456789012:assumed-role/build/agent-1 is not authorized to"
                                + " perform: ecr:InitiateLayerUpload on resource:"
                                + " arn:aws:ecr:eu-central-1:123456789012:repository/shop/web");
    }

    @Test
    void saysThatTheRepositoryIsUnknown() throws Exception {
        assertThat(refused("push", build("shop/absent:1.0")))
                .containsAnyOf(
                        "/blobs/uploads/: 404 Not Found",
                        "name unknown: The repository with name 'shop/absent' does not exist in the registry with"
                                + " id '123456789012'");
    }

    @Test
    void saysThatTheTokenHasExpiredAndTakesTheNextOne() throws Exception {
        String image = build("shop/web:1.0");
        aws.registry().faults().expireTokensAfter(2);
        assertThat(refused("push", image))
                .containsAnyOf(
                        "/blobs/uploads/: 403 Forbidden",
                        "denied: Your authorization token has expired. Reauthenticate and try again.");
        logIn();
        docker.succeed("push", image);
    }

    @Test
    void saysThatATagCannotMove() throws Exception {
        aws.registry()
                .repository("shop/web")
                .orElseThrow()
                .configure(settings -> settings.withMutability(TagMutability.IMMUTABLE, List.of()));
        docker.succeed("push", build("shop/web:1.0"));
        assertThat(refused("push", build("shop/web:1.0")))
                .containsAnyOf(
                        "/manifests/1.0: 400 Bad Request",
                        "tag invalid: The image tag '1.0' already exists in the 'shop/web' repository and cannot be"
                                + " overwritten because the repository is immutable.");
    }

    @Test
    void saysThatThereAreTooManyRequests() throws Exception {
        String image = build("shop/web:1.0");
        aws.registry().faults().throttle(1_000);
        assertThat(refused("push", image)).containsAnyOf(": 429", "toomanyrequests: Rate exceeded");
    }

    @Test
    void survivesAConnectionThatBreaksDuringAnUpload() throws Exception {
        String image = build("shop/web:1.0", 4 * 1024 * 1024);
        aws.registry().faults().resetUploads(1);
        // the containerd image store leaves it to others to try again
        if (docker.run("push", image).output().contains("failed commit on ref")) {
            docker.succeed("push", image);
        }
        assertThat(aws.registry().digest("shop/web", "1.0")).isPresent();
    }

    @Test
    void refusesWhoHasNotLoggedIn() throws Exception {
        docker.logIn("127.0.0.1:1", "QVdTOmFiYw==");
        assertThat(refused("push", build("shop/web:1.0"))).contains("no basic auth credentials");
    }

    private String refused(String... arguments) throws IOException, InterruptedException {
        DockerCommand.Result result = docker.run(arguments);
        assertThat(result.exitCode()).as(result.output()).isNotZero();
        return result.output();
    }

    private void logIn() throws IOException {
        docker.logIn(aws.registryHost(), aws.registry().tokens().issue().encoded());
    }

    private String build(String name) throws IOException, InterruptedException {
        return build(name, 1024);
    }

    /** Builds an image of one incompressible layer that no build has made before. */
    private String build(String name, int bytes) throws IOException, InterruptedException {
        Path context = Files.createDirectory(directory.resolve(UUID.randomUUID().toString()));
        byte[] content = new byte[bytes];
        new java.security.SecureRandom().nextBytes(content);
        Files.write(context.resolve("content"), content);
        Files.writeString(context.resolve("Dockerfile"), "FROM scratch\nCOPY content /content\n");
        String image = aws.registryHost() + "/" + name;
        Path id = context.resolveSibling(context.getFileName() + ".id");
        docker.succeed("build", "--iidfile", id.toString(), "--tag", image, context.toString());
        // a later build may take the name away, the id stays
        images.add(Files.readString(id));
        return image;
    }

    private String tag(String image, String name) throws IOException, InterruptedException {
        String other = aws.registryHost() + "/" + name;
        images.add(other);
        docker.succeed("tag", image, other);
        return other;
    }
}
