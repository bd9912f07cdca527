package org.ecsdelivery.sandbox.aws.ecr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.RealClients;
import org.ecsdelivery.sandbox.aws.registry.Digest;
import org.ecsdelivery.sandbox.time.VirtualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.AuthorizationData;
import software.amazon.awssdk.services.ecr.model.BatchGetImageResponse;
import software.amazon.awssdk.services.ecr.model.EncryptionType;
import software.amazon.awssdk.services.ecr.model.ImageDetail;
import software.amazon.awssdk.services.ecr.model.ImageFailureCode;
import software.amazon.awssdk.services.ecr.model.ImageNotFoundException;
import software.amazon.awssdk.services.ecr.model.ImageTagMutability;
import software.amazon.awssdk.services.ecr.model.ImageTagMutabilityExclusionFilterType;
import software.amazon.awssdk.services.ecr.model.InvalidParameterException;
import software.amazon.awssdk.services.ecr.model.LifecyclePolicyNotFoundException;
import software.amazon.awssdk.services.ecr.model.Repository;
import software.amazon.awssdk.services.ecr.model.RepositoryAlreadyExistsException;
import software.amazon.awssdk.services.ecr.model.RepositoryNotFoundException;
import software.amazon.awssdk.services.ecr.model.TagStatus;

class EcrWireTest {

    private static final String MEDIA_TYPE = "application/vnd.docker.distribution.manifest.v2+json";

    private final VirtualClock clock = VirtualClock.at("2026-10-01T12:00:00Z");
    private final HttpClient http = HttpClient.newHttpClient();
    private LocalAws aws;
    private EcrClient ecr;

    @BeforeEach
    void open() {
        aws = LocalAws.builder().clock(clock).start();
        ecr = RealClients.of(EcrClient.builder(), aws);
    }

    @AfterEach
    void close() {
        ecr.close();
        aws.close();
    }

    @Test
    void handsOutAPasswordThatTheRegistryTakesForTwelveHours() throws Exception {
        AuthorizationData data = ecr.getAuthorizationToken().authorizationData().get(0);
        assertThat(data.expiresAt()).isEqualTo(Instant.parse("2026-10-02T00:00:00Z"));
        assertThat(data.proxyEndpoint()).isEqualTo(aws.endpoint().toString());
        assertThat(new String(Base64.getDecoder().decode(data.authorizationToken()), StandardCharsets.UTF_8))
                .startsWith("AWS:");
        HttpRequest ping = HttpRequest.newBuilder(aws.endpoint().resolve("/v2/"))
                .header("Authorization", "Basic " + data.authorizationToken())
                .build();
        assertThat(http.send(ping, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }

    @Test
    void createsARepositoryAsAskedFor() {
        Repository created = ecr.createRepository(request -> request.repositoryName("shop/web")
                        .imageTagMutability(ImageTagMutability.IMMUTABLE_WITH_EXCLUSION)
                        .imageTagMutabilityExclusionFilters(
                                filter -> filter.filterType(ImageTagMutabilityExclusionFilterType.WILDCARD)
                                        .filter("latest"))
                        .encryptionConfiguration(encryption ->
                                encryption.encryptionType(EncryptionType.KMS).kmsKey("alias/images"))
                        .imageScanningConfiguration(scanning -> scanning.scanOnPush(true)))
                .repository();
        assertThat(created.repositoryArn()).isEqualTo("arn:aws:ecr:eu-central-1:123456789012:repository/shop/web");
        assertThat(created.repositoryUri()).isEqualTo(aws.registryHost() + "/shop/web");
        assertThat(created.imageTagMutability()).isEqualTo(ImageTagMutability.IMMUTABLE_WITH_EXCLUSION);
        assertThat(created.imageTagMutabilityExclusionFilters().get(0).filter()).isEqualTo("latest");
        assertThat(created.encryptionConfiguration().kmsKey()).isEqualTo("alias/images");
        assertThat(created.imageScanningConfiguration().scanOnPush()).isTrue();
        assertThat(created.createdAt()).isEqualTo(clock.instant());
        assertThat(ecr.describeRepositories(request -> request.repositoryNames("shop/web"))
                        .repositories())
                .containsExactly(created);
    }

    @Test
    void refusesToCreateARepositoryTwice() {
        create("shop/web");
        assertThatThrownBy(() -> create("shop/web"))
                .isInstanceOf(RepositoryAlreadyExistsException.class)
                .hasMessageContaining(
                        "The repository with name 'shop/web' already exists in the registry with id '123456789012'");
    }

    @Test
    void refusesANameThatIsNone() {
        assertThatThrownBy(() -> create("Shop/Web"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Invalid parameter at 'repositoryName' failed to satisfy constraint:");
    }

    @Test
    void refusesExclusionsWithoutFilters() {
        assertThatThrownBy(() -> ecr.createRepository(request -> request.repositoryName("shop/web")
                        .imageTagMutability(ImageTagMutability.MUTABLE_WITH_EXCLUSION)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("imageTagMutabilityExclusionFilters");
    }

    @Test
    void namesTheRepositoryThatDoesNotExist() {
        assertThatThrownBy(() -> ecr.describeRepositories(request -> request.repositoryNames("shop/absent")))
                .isInstanceOf(RepositoryNotFoundException.class)
                .hasMessageContaining("The repository with name 'shop/absent' does not exist in the registry with id"
                        + " '123456789012'");
    }

    @Test
    void findsNothingInAnotherRegion() {
        create("shop/web");
        try (EcrClient elsewhere = RealClients.of(
                EcrClient.builder(), aws.endpoint(), "us-east-1", AwsBasicCredentials.create("AKIA", "secret"))) {
            assertThat(elsewhere.describeRepositories().repositories()).isEmpty();
            assertThatThrownBy(() -> elsewhere.describeRepositories(request -> request.repositoryNames("shop/web")))
                    .isInstanceOf(RepositoryNotFoundException.class);
        }
    }

    @Test
    void findsNothingInAnotherAccount() {
        create("shop/web");
        assertThatThrownBy(() -> ecr.describeRepositories(
                        request -> request.registryId("999999999999").repositoryNames("shop/web")))
                .isInstanceOf(RepositoryNotFoundException.class)
                .hasMessageContaining("'999999999999'");
    }

    @Test
    void givesRepositoriesPageByPage() {
        create("a1");
        create("b2");
        create("c3");
        assertThat(ecr.describeRepositoriesPaginator(request -> request.maxResults(2))
                        .repositories())
                .extracting(Repository::repositoryName)
                .containsExactly("a1", "b2", "c3");
    }

    @Test
    void describesAnImageByTag() throws Exception {
        create("shop/web");
        Digest digest = push("shop/web", "1.0");
        ImageDetail detail = ecr.describeImages(
                        request -> request.repositoryName("shop/web").imageIds(id -> id.imageTag("1.0")))
                .imageDetails()
                .get(0);
        assertThat(detail.imageDigest()).isEqualTo(digest.value());
        assertThat(detail.imageTags()).containsExactly("1.0");
        assertThat(detail.imageSizeInBytes()).isEqualTo(2);
        assertThat(detail.imagePushedAt()).isEqualTo(clock.instant());
        assertThat(detail.imageManifestMediaType()).isEqualTo(MEDIA_TYPE);
    }

    @Test
    void namesTheImageThatDoesNotExist() {
        create("shop/web");
        assertThatThrownBy(() -> ecr.describeImages(
                        request -> request.repositoryName("shop/web").imageIds(id -> id.imageTag("absent"))))
                .isInstanceOf(ImageNotFoundException.class)
                .hasMessageContaining("The image with imageId {imageDigest:'null', imageTag:'absent'} does not exist"
                        + " within the repository with name 'shop/web' in the registry with id '123456789012'");
    }

    @Test
    void listsTaggedAndUntaggedImages() throws Exception {
        create("shop/web");
        Digest digest = push("shop/web", "1.0");
        assertThat(ecr.listImages(request -> request.repositoryName("shop/web")).imageIds())
                .singleElement()
                .satisfies(id -> {
                    assertThat(id.imageTag()).isEqualTo("1.0");
                    assertThat(id.imageDigest()).isEqualTo(digest.value());
                });
        assertThat(ecr.listImages(request -> request.repositoryName("shop/web")
                                .filter(filter -> filter.tagStatus(TagStatus.UNTAGGED)))
                        .imageIds())
                .isEmpty();
    }

    @Test
    void handsOutManifestsAndSaysWhichAreMissing() throws Exception {
        create("shop/web");
        Digest digest = push("shop/web", "1.0");
        BatchGetImageResponse answer = ecr.batchGetImage(request ->
                request.repositoryName("shop/web").imageIds(id -> id.imageTag("1.0"), id -> id.imageTag("absent")));
        assertThat(answer.images()).singleElement().satisfies(image -> {
            assertThat(image.imageId().imageDigest()).isEqualTo(digest.value());
            assertThat(Digest.of(image.imageManifest().getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(digest);
        });
        assertThat(answer.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.imageId().imageTag()).isEqualTo("absent");
            assertThat(failure.failureCode()).isEqualTo(ImageFailureCode.IMAGE_NOT_FOUND);
            assertThat(failure.failureReason()).isEqualTo("Requested image not found");
        });
    }

    @Test
    void keepsALifecyclePolicy() {
        create("shop/web");
        assertThatThrownBy(() -> ecr.getLifecyclePolicy(request -> request.repositoryName("shop/web")))
                .isInstanceOf(LifecyclePolicyNotFoundException.class)
                .hasMessageContaining("Lifecycle policy does not exist for the repository with name 'shop/web'");
        ecr.putLifecyclePolicy(request -> request.repositoryName("shop/web").lifecyclePolicyText("{\"rules\":[]}"));
        assertThat(ecr.getLifecyclePolicy(request -> request.repositoryName("shop/web"))
                        .lifecyclePolicyText())
                .isEqualTo("{\"rules\":[]}");
    }

    @Test
    void refusesALifecyclePolicyWithoutRules() {
        create("shop/web");
        assertThatThrownBy(() -> ecr.putLifecyclePolicy(
                        request -> request.repositoryName("shop/web").lifecyclePolicyText("{}")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("rules");
    }

    @Test
    void changesTagMutability() {
        create("shop/web");
        ecr.putImageTagMutability(
                request -> request.repositoryName("shop/web").imageTagMutability(ImageTagMutability.IMMUTABLE));
        assertThat(ecr.describeRepositories().repositories().get(0).imageTagMutability())
                .isEqualTo(ImageTagMutability.IMMUTABLE);
    }

    @Test
    void tagsARepository() {
        String arn = create("shop/web").repositoryArn();
        ecr.tagResource(
                request -> request.resourceArn(arn).tags(tag -> tag.key("team").value("shop")));
        assertThat(ecr.listTagsForResource(request -> request.resourceArn(arn)).tags())
                .singleElement()
                .satisfies(tag -> assertThat(tag.value()).isEqualTo("shop"));
    }

    private Repository create(String name) {
        return ecr.createRepository(request -> request.repositoryName(name)).repository();
    }

    /** Pushes an image that consists of a two-byte configuration. */
    private Digest push(String repository, String tag) throws IOException, InterruptedException {
        Digest config = Digest.of("{}".getBytes(StandardCharsets.UTF_8));
        send(HttpRequest.newBuilder(aws.endpoint().resolve("/v2/" + repository + "/blobs/uploads/?digest=" + config))
                .POST(BodyPublishers.ofString("{}")));
        String manifest =
                "{\"mediaType\":\"" + MEDIA_TYPE + "\",\"config\":{\"size\":2,\"digest\":\"" + config + "\"}}";
        send(HttpRequest.newBuilder(aws.endpoint().resolve("/v2/" + repository + "/manifests/" + tag))
                .PUT(BodyPublishers.ofString(manifest)));
        return Digest.of(manifest.getBytes(StandardCharsets.UTF_8));
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        request.header(
                "Authorization", "Basic " + aws.registry().tokens().issue().encoded());
        assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(201);
    }
}
