package org.ecsdelivery.sandbox.aws.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryWireTest {

    @TempDir
    Path directory;

    private RegistryUnderTest wire;

    @BeforeEach
    void open() throws IOException {
        wire = new RegistryUnderTest(directory);
        wire.repository("shop/web");
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void asksForBasicCredentialsWhenThereAreNone() throws Exception {
        HttpResponse<String> answer = wire.sendAnonymously(wire.to("/v2/"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .isEqualTo("Basic realm=\"http://" + wire.host() + "/\",service=\"ecr.amazonaws.com\"");
    }

    @Test
    void asksForCredentialsAgainWhenTheyAreNotItsOwn() throws Exception {
        assertThat(wire.sendAnonymously(wire.to("/v2/").header("Authorization", "Basic QVdTOmFiYw=="))
                        .statusCode())
                .isEqualTo(401);
        assertThat(wire.sendAnonymously(wire.to("/v2/").header("Authorization", "Basic ***"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void admitsWhoHoldsAToken() throws Exception {
        HttpResponse<String> answer = wire.get("/v2/");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Docker-Distribution-Api-Version"))
                .contains("registry/2.0");
    }

    @Test
    void saysThatATokenHasExpiredAfterTwelveHours() throws Exception {
        wire.clock.advance(Duration.ofHours(12));
        HttpResponse<String> answer = wire.get("/v2/");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("\"DENIED\"", "Your authorization token has expired. Reauthenticate and try again.");
    }

    @Test
    void expiresTokensInTheMiddleOfAPushAndTakesANewOne() throws Exception {
        wire.registry.faults().expireTokensAfter(1);
        assertThat(wire.get("/v2/").statusCode()).isEqualTo(200);
        assertThat(wire.get("/v2/").statusCode()).isEqualTo(403);
        wire.logIn();
        assertThat(wire.get("/v2/").statusCode()).isEqualTo(200);
    }

    @Test
    void namesTheRepositoryThatDoesNotExist() throws Exception {
        HttpResponse<String> answer = wire.post("/v2/shop/absent/blobs/uploads/");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("\"NAME_UNKNOWN\"")
                .contains("The repository with name 'shop/absent' does not exist in the registry with id"
                        + " '123456789012'");
    }

    @Test
    void namesActionAndResourceWhenAPushIsDenied() throws Exception {
        wire.registry.faults().denyPush("shop/web", "arn:aws:sts::123456789012:assumed-role/build/agent-1");
        HttpResponse<String> answer = wire.post("/v2/shop/web/blobs/uploads/");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("User: arn:aws:sts::123456789012:assumed-role/build/agent-1 is not authorized to perform:"
                        + " ecr:InitiateLayerUpload on resource:"
                        + " arn:aws:ecr:eu-central-1:123456789012:repository/shop/web because no identity-based policy"
                        + " allows the ecr:InitiateLayerUpload action");
    }

    @Test
    void throttlesAsManyRequestsAsScripted() throws Exception {
        wire.registry.faults().throttle(1);
        HttpResponse<String> throttled = wire.get("/v2/");
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.body()).contains("TOOMANYREQUESTS", "Rate exceeded");
        assertThat(wire.get("/v2/").statusCode()).isEqualTo(200);
    }

    @Test
    void takesABlobInChunks() throws Exception {
        String upload = location(wire.post("/v2/shop/web/blobs/uploads/"));
        HttpResponse<String> first = wire.patch(upload, BodyPublishers.ofString("hello "));
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(first.headers().firstValue("Range")).contains("0-5");
        wire.patch(location(first), BodyPublishers.ofString("world"));
        Digest digest = RegistryUnderTest.digest("hello world");
        HttpResponse<String> created =
                wire.send(wire.to(upload + "?digest=" + digest).PUT(BodyPublishers.noBody()));
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(wire.get("/v2/shop/web/blobs/" + digest).body()).isEqualTo("hello world");
        assertThat(wire.registry.blobUploads()).isEqualTo(1);
    }

    @Test
    void takesABlobInOneRequest() throws Exception {
        Digest digest = wire.pushBlob("shop/web", "all at once");
        HttpResponse<String> head = wire.head("/v2/shop/web/blobs/" + digest);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).contains("11");
    }

    @Test
    void refusesAChunkThatLeavesAGap() throws Exception {
        String upload = location(wire.post("/v2/shop/web/blobs/uploads/"));
        HttpResponse<String> answer = wire.send(
                wire.to(upload).header("Content-Range", "5-9").method("PATCH", BodyPublishers.ofString("world")));
        assertThat(answer.statusCode()).isEqualTo(416);
    }

    @Test
    void refusesABlobThatIsNotWhatItsDigestSays() throws Exception {
        Digest other = RegistryUnderTest.digest("something else");
        HttpResponse<String> answer = wire.send(wire.to("/v2/shop/web/blobs/uploads/?digest=" + other)
                .POST(BodyPublishers.ofString("damaged on the way")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("DIGEST_INVALID");
        assertThat(wire.head("/v2/shop/web/blobs/" + other).statusCode()).isEqualTo(404);
    }

    @Test
    void takesALargeBlobOfUnknownLength() throws Exception {
        byte[] megabytes = new byte[8 * 1024 * 1024];
        Digest digest = Digest.of(megabytes);
        String upload = location(wire.post("/v2/shop/web/blobs/uploads/"));
        InputStream content = new java.io.ByteArrayInputStream(megabytes);
        wire.patch(upload, BodyPublishers.ofInputStream(() -> content));
        wire.send(wire.to(upload + "?digest=" + digest).PUT(BodyPublishers.noBody()));
        assertThat(wire.head("/v2/shop/web/blobs/" + digest).headers().firstValue("Content-Length"))
                .contains("8388608");
    }

    @Test
    void resumesABlobFromAnOffset() throws Exception {
        Digest digest = wire.pushBlob("shop/web", "hello world");
        HttpResponse<String> rest =
                wire.send(wire.to("/v2/shop/web/blobs/" + digest).header("Range", "bytes=6-"));
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo("world");
        assertThat(rest.headers().firstValue("Content-Range")).contains("bytes 6-10/11");
    }

    @Test
    void keepsBlobsOfOneRepositoryFromTheOthersUntilMounted() throws Exception {
        wire.repository("shop/worker");
        Digest digest = wire.pushBlob("shop/web", "shared layer");
        assertThat(wire.head("/v2/shop/worker/blobs/" + digest).statusCode()).isEqualTo(404);
        HttpResponse<String> mounted = wire.post("/v2/shop/worker/blobs/uploads/?mount=" + digest + "&from=shop%2Fweb");
        assertThat(mounted.statusCode()).isEqualTo(201);
        assertThat(wire.head("/v2/shop/worker/blobs/" + digest).statusCode()).isEqualTo(200);
        assertThat(wire.registry.blobUploads()).isEqualTo(1);
    }

    @Test
    void beginsAnUploadWhenThereIsNothingToMount() throws Exception {
        HttpResponse<String> answer = wire.post(
                "/v2/shop/web/blobs/uploads/?from=shop/absent&mount=" + RegistryUnderTest.digest("not there"));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).isPresent();
    }

    @Test
    void dropsTheConnectionOfAnUploadAsOftenAsScripted() throws Exception {
        String upload = location(wire.post("/v2/shop/web/blobs/uploads/"));
        wire.registry.faults().resetUploads(1);
        assertThatThrownBy(() -> wire.patch(upload, BodyPublishers.ofByteArray(new byte[1024 * 1024])))
                .isInstanceOf(IOException.class);
        assertThat(wire.patch(upload, BodyPublishers.ofString("again")).statusCode())
                .isEqualTo(202);
    }

    @Test
    void servesAnImageByTagAndByDigest() throws Exception {
        Digest digest = wire.pushImage("shop/web", "1.0", "layer");
        HttpResponse<String> byTag = wire.get("/v2/shop/web/manifests/1.0");
        assertThat(byTag.headers().firstValue("Content-Type")).contains(RegistryUnderTest.IMAGE);
        assertThat(byTag.headers().firstValue("Docker-Content-Digest")).contains(digest.value());
        assertThat(wire.get("/v2/shop/web/manifests/" + digest).body()).isEqualTo(byTag.body());
    }

    @Test
    void tellsDigestAndLengthOfAManifestWithoutItsBody() throws Exception {
        Digest digest = wire.pushImage("shop/web", "1.0", "layer");
        HttpResponse<String> head = wire.head("/v2/shop/web/manifests/1.0");
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Docker-Content-Digest")).contains(digest.value());
        assertThat(head.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isPositive();
    }

    @Test
    void saysThatAnImageIsNotThere() throws Exception {
        HttpResponse<String> answer = wire.get("/v2/shop/web/manifests/absent");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("MANIFEST_UNKNOWN", "Requested image not found");
    }

    @Test
    void refusesAManifestWhoseLayersAreMissing() throws Exception {
        Digest config = wire.pushBlob("shop/web", "{}");
        Digest absent = RegistryUnderTest.digest("never sent");
        HttpResponse<String> answer = wire.putManifest(
                "/v2/shop/web/manifests/1.0",
                RegistryUnderTest.IMAGE,
                RegistryUnderTest.manifest(config, 2, absent, 10));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("Layers with digests '[" + absent + "]' required for pushing image into repository with name"
                        + " 'shop/web' in the registry with id '123456789012' do not exist");
    }

    @Test
    void refusesAManifestThatIsNotJson() throws Exception {
        assertThat(wire.putManifest("/v2/shop/web/manifests/1.0", RegistryUnderTest.IMAGE, "{")
                        .body())
                .contains("MANIFEST_INVALID");
    }

    @Test
    void takesAnIndexOverImagesItHas() throws Exception {
        Digest image = wire.pushImage("shop/web", "1.0-amd64", "layer");
        String index =
                "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"manifests\":[{\"mediaType\":\"%s\",\"digest\":\"%s\"}]}"
                        .formatted(RegistryUnderTest.OCI_INDEX, RegistryUnderTest.IMAGE, image);
        assertThat(wire.putManifest("/v2/shop/web/manifests/1.0", RegistryUnderTest.OCI_INDEX, index)
                        .statusCode())
                .isEqualTo(201);
        StoredImage stored =
                wire.registry.repository("shop/web").orElseThrow().image("1.0").orElseThrow();
        assertThat(stored.mediaType()).isEqualTo(RegistryUnderTest.OCI_INDEX);
        assertThat(stored.sizeBytes()).isEqualTo(2 + "layer".length());
    }

    @Test
    void keepsATagOfAnImmutableRepositoryWhereItIs() throws Exception {
        wire.pushImage("shop/web", "1.0", "layer");
        wire.registry
                .repository("shop/web")
                .orElseThrow()
                .configure(settings -> settings.withMutability(TagMutability.IMMUTABLE, List.of()));
        String manifest = wire.get("/v2/shop/web/manifests/1.0").body();
        HttpResponse<String> answer =
                wire.putManifest("/v2/shop/web/manifests/1.0", RegistryUnderTest.IMAGE, manifest + "\n");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("TAG_INVALID")
                .contains("The image tag '1.0' already exists in the 'shop/web' repository and cannot be overwritten"
                        + " because the repository is immutable.");
    }

    @Test
    void movesATagOfAMutableRepository() throws Exception {
        wire.pushImage("shop/web", "latest", "first");
        Digest second = wire.pushImage("shop/web", "latest", "second");
        assertThat(wire.registry.digest("shop/web", "latest")).contains(second);
    }

    @Test
    void listsTagsInOrder() throws Exception {
        wire.pushImage("shop/web", "b", "layer");
        wire.pushImage("shop/web", "a", "layer");
        assertThat(wire.get("/v2/shop/web/tags/list").body())
                .contains("\"name\":\"shop/web\"", "\"tags\":[\"a\",\"b\"]");
    }

    @Test
    void saysWhatItDoesNotAnswer() throws Exception {
        assertThat(wire.get("/v2/_catalog").body()).contains("UNSUPPORTED", "GET /v2/_catalog");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
