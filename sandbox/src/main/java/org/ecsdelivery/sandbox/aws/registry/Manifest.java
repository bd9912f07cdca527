package org.ecsdelivery.sandbox.aws.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a manifest says about the content it needs.
 *
 * @param mediaType the kind of manifest
 * @param configMediaType the media type of the configuration; the empty text for an index
 * @param blobs configuration and layers that must be in the repository
 * @param images manifests an index lists
 * @param sizeBytes the sum of the sizes of configuration and layers, in bytes
 */
record Manifest(String mediaType, String configMediaType, List<Digest> blobs, List<Digest> images, long sizeBytes) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> IMAGES = Set.of(
            "application/vnd.docker.distribution.manifest.v2+json", "application/vnd.oci.image.manifest.v1+json");
    private static final Set<String> INDEXES = Set.of(
            "application/vnd.docker.distribution.manifest.list.v2+json", "application/vnd.oci.image.index.v1+json");

    Manifest {
        blobs = List.copyOf(blobs);
        images = List.copyOf(images);
    }

    static Manifest parse(String contentType, byte[] body) {
        JsonNode json = tree(body);
        String mediaType = json.path("mediaType").asText(contentType);
        if (INDEXES.contains(mediaType)) {
            return new Manifest(mediaType, "", List.of(), digests(json.path("manifests")), 0);
        }
        if (!IMAGES.contains(mediaType)) {
            throw RegistryError.manifestInvalid("Manifests of media type '" + mediaType + "' are not supported");
        }
        return image(mediaType, json);
    }

    private static Manifest image(String mediaType, JsonNode json) {
        JsonNode config = json.path("config");
        List<Digest> blobs = new ArrayList<>();
        blobs.add(digest(config));
        long size = config.path("size").asLong();
        for (JsonNode layer : json.path("layers")) {
            size += layer.path("size").asLong();
            if (!layer.has("urls")) {
                blobs.add(digest(layer));
            }
        }
        return new Manifest(mediaType, config.path("mediaType").asText(), blobs, List.of(), size);
    }

    private static List<Digest> digests(JsonNode descriptors) {
        List<Digest> found = new ArrayList<>();
        descriptors.forEach(descriptor -> found.add(digest(descriptor)));
        return found;
    }

    private static Digest digest(JsonNode descriptor) {
        String text = descriptor.path("digest").asText();
        return Digest.parse(text)
                .orElseThrow(() -> RegistryError.manifestInvalid("The manifest names '" + text + "' as a digest"));
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw RegistryError.manifestInvalid("The manifest is not JSON: " + e.getMessage());
        }
    }
}
