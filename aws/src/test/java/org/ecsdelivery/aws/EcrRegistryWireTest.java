package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.image.ImageRegistry;
import org.ecsdelivery.engine.image.ImageRegistryContract;
import org.ecsdelivery.engine.image.RegistryCredential;
import org.ecsdelivery.sandbox.aws.registry.TagMutability;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** ECR over the wire. */
class EcrRegistryWireTest extends ImageRegistryContract {
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";

    private final ClientsOfLocalAws sandbox = new ClientsOfLocalAws();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Override
    protected ImageRegistry registry() {
        return sandbox.clients.imageRegistry();
    }

    @Override
    protected RegistryHost host() {
        return new RegistryHost(sandbox.aws.registryHost());
    }

    @Override
    protected InstantSource clock() {
        return sandbox.clock;
    }

    @Override
    protected void freeze(ImageReference repository) {
        sandbox.aws
                .registry()
                .repository(repository.repository().value())
                .orElseThrow()
                .configure(settings -> settings.withMutability(TagMutability.IMMUTABLE, List.of()));
    }

    @Override
    protected ImageDigest pushed(ImageReference taggedImage, String... platforms) {
        String tag = taggedImage.tag().orElseThrow().value();
        String images = Arrays.stream(platforms)
                .map(each -> each.split("/"))
                .map(each -> "{\"mediaType\":\"" + INDEX + "\",\"size\":2,\"digest\":\""
                        + put(taggedImage, each[1], "", "on " + each[1]) + "\",\"platform\":{\"os\":\"" + each[0]
                        + "\",\"architecture\":\"" + each[1] + "\"}}")
                .collect(Collectors.joining(","));
        return put(taggedImage, tag, images, tag);
    }

    private ImageDigest put(ImageReference image, String tag, String images, String note) {
        String manifest = "{\"schemaVersion\":2,\"mediaType\":\"" + INDEX + "\",\"manifests\":[" + images
                + "],\"annotations\":{\"tag\":\"" + note + "\"}}";
        String path = "/v2/" + image.repository() + "/manifests/" + tag;
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(sandbox.aws.endpoint().resolve(path))
                        .header("Content-Type", INDEX)
                        .PUT(BodyPublishers.ofString(manifest)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new ImageDigest(
                answer.headers().firstValue("Docker-Content-Digest").orElseThrow());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        RegistryCredential credential = registry().authorize();
        String pair = credential.userName() + ":" + credential.password().reveal();
        request.header(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        try {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void givesATokenThatTheRegistryTakes() {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(sandbox.aws.endpoint().resolve("/v2/")));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void looksIntoTheAccountThatTheHostNames() {
        registry().create(ImageReference.parse("team/shop"));
        assertThat(registry().exists(ImageReference.parse("123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/shop")))
                .isTrue();
        assertThat(registry().exists(ImageReference.parse("999999999999.dkr.ecr.eu-central-1.amazonaws.com/team/shop")))
                .isFalse();
    }
}
