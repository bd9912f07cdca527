package org.ecsdelivery.sandbox.aws.ecr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.Json;
import org.ecsdelivery.sandbox.aws.front.Page;
import org.ecsdelivery.sandbox.aws.registry.ImageRegistry;
import org.ecsdelivery.sandbox.aws.registry.Repository;
import org.ecsdelivery.sandbox.aws.registry.StoredImage;

/** Describes, lists and hands out images. */
final class ImageOperations {

    /** What ECR gives when a call names no {@code maxResults}. */
    private static final int DEFAULT_PAGE = 100;

    private final ImageRegistry registry;
    private final RepositoryLookup lookup;

    ImageOperations(ImageRegistry registry, RepositoryLookup lookup) {
        this.registry = registry;
        this.lookup = lookup;
    }

    JsonNode describe(AwsCall call) {
        Repository repository = lookup.named(call);
        List<ImageId> ids = ImageId.in(call);
        List<StoredImage> images = ids.isEmpty()
                ? filtered(call, repository)
                : ids.stream()
                        .map(id -> required(call, repository, id))
                        .distinct()
                        .toList();
        return Page.of(images, call, call.number("maxResults").orElse(DEFAULT_PAGE))
                .json("imageDetails", image -> detail(call, repository, image));
    }

    JsonNode list(AwsCall call) {
        Repository repository = lookup.named(call);
        List<ImageId> ids = filtered(call, repository).stream()
                .flatMap(ImageOperations::ids)
                .toList();
        return Page.of(ids, call, call.number("maxResults").orElse(DEFAULT_PAGE))
                .json("imageIds", ImageId::json);
    }

    JsonNode batchGet(AwsCall call) {
        Repository repository = lookup.named(call);
        ArrayNode images = Json.array();
        ArrayNode failures = Json.array();
        for (ImageId id : ImageId.in(call)) {
            Optional<StoredImage> image = id.in(repository);
            image.ifPresentOrElse(
                    found -> images.add(manifest(call, repository, id, found)), () -> failures.add(notFound(id)));
        }
        return Json.object().<ObjectNode>set("images", images).set("failures", failures);
    }

    private static List<StoredImage> filtered(AwsCall call, Repository repository) {
        String tagStatus = call.body().path("filter").path("tagStatus").asText("ANY");
        return repository.images().stream()
                .filter(image ->
                        tagStatus.equals("ANY") || tagStatus.equals(image.tags().isEmpty() ? "UNTAGGED" : "TAGGED"))
                .toList();
    }

    private StoredImage required(AwsCall call, Repository repository, ImageId id) {
        return id.in(repository)
                .orElseThrow(() -> AwsError.client(
                        "ImageNotFoundException",
                        "The image with imageId " + id.words() + " does not exist within the repository with name '"
                                + repository.name() + "' in the registry with id '" + lookup.registryId(call) + "'"));
    }

    private ObjectNode detail(AwsCall call, Repository repository, StoredImage image) {
        ObjectNode json = Json.object()
                .put("registryId", lookup.registryId(call))
                .put("repositoryName", repository.name())
                .put("imageDigest", image.digest().value())
                .put("imageSizeInBytes", image.sizeBytes())
                .put("imageManifestMediaType", image.mediaType())
                .put("imageStatus", "ACTIVE");
        json.set("imagePushedAt", Json.epoch(image.pushedAt()));
        if (!image.configMediaType().isEmpty()) {
            json.put("artifactMediaType", image.configMediaType());
        }
        if (!image.tags().isEmpty()) {
            json.set("imageTags", Json.texts(image.tags()));
        }
        return json;
    }

    private static Stream<ImageId> ids(StoredImage image) {
        Optional<String> digest = Optional.of(image.digest().value());
        return image.tags().isEmpty()
                ? Stream.of(new ImageId(digest, Optional.empty()))
                : image.tags().stream().map(tag -> new ImageId(digest, Optional.of(tag)));
    }

    private ObjectNode manifest(AwsCall call, Repository repository, ImageId id, StoredImage image) {
        ObjectNode json = Json.object()
                .put("registryId", lookup.registryId(call))
                .put("repositoryName", repository.name())
                .put("imageManifest", text(image))
                .put("imageManifestMediaType", image.mediaType());
        json.set("imageId", new ImageId(Optional.of(image.digest().value()), id.tag()).json());
        return json;
    }

    private static ObjectNode notFound(ImageId id) {
        ObjectNode json =
                Json.object().put("failureCode", "ImageNotFound").put("failureReason", "Requested image not found");
        json.set("imageId", id.json());
        return json;
    }

    private String text(StoredImage image) {
        try {
            return registry.manifest(image.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the manifest " + image.digest() + ": " + e.getMessage(), e);
        }
    }
}
