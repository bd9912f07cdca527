package org.ecsdelivery.sandbox.aws.ecr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.Json;
import org.ecsdelivery.sandbox.aws.registry.Repository;
import org.ecsdelivery.sandbox.aws.registry.StoredImage;

/**
 * Names an image in a call: by digest, by tag, or by both.
 *
 * @param digest the digest as the caller wrote it
 * @param tag the tag as the caller wrote it
 */
record ImageId(Optional<String> digest, Optional<String> tag) {

    static List<ImageId> in(AwsCall call) {
        List<ImageId> ids = new ArrayList<>();
        call.body().path("imageIds").forEach(id -> ids.add(of(id)));
        return ids;
    }

    static ImageId of(JsonNode json) {
        ImageId id = new ImageId(text(json, "imageDigest"), text(json, "imageTag"));
        if (id.digest.isEmpty() && id.tag.isEmpty()) {
            throw AwsError.client(
                    "InvalidParameterException",
                    "Invalid parameter at 'imageIds' failed to satisfy constraint: 'Either imageDigest or imageTag"
                            + " must be specified'");
        }
        return id;
    }

    private static Optional<String> text(JsonNode json, String member) {
        return json.hasNonNull(member) ? Optional.of(json.path(member).asText()) : Optional.empty();
    }

    Optional<StoredImage> in(Repository repository) {
        Optional<StoredImage> found = digest.or(() -> tag).flatMap(repository::image);
        return found.filter(image -> tag.isEmpty() || image.tags().contains(tag.get()));
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        digest.ifPresent(text -> json.put("imageDigest", text));
        tag.ifPresent(text -> json.put("imageTag", text));
        return json;
    }

    /** Words the id as ECR does in its errors. */
    String words() {
        return "{imageDigest:'" + digest.orElse("null") + "', imageTag:'" + tag.orElse("null") + "'}";
    }
}
