package org.ecsdelivery.aws;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.engine.image.PlatformImage;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** An image for several platforms, as an index of one manifest each (OCI image specification, Image Index). */
final class ImageIndex {
    /** What an attestation says instead of a platform (BuildKit documentation, attestation storage). */
    private static final String UNKNOWN = "unknown";

    private ImageIndex() {}

    /** Returns the images, each with its platform, as in {@code linux/arm64}; none of a single image. */
    static Stream<PlatformImage> images(String manifest) {
        return JsonNode.parser().parse(manifest).field("manifests").map(JsonNode::asArray).orElseGet(List::of).stream()
                .flatMap(each -> image(each).stream());
    }

    private static Optional<PlatformImage> image(JsonNode json) {
        return json.field("platform")
                .flatMap(ImageIndex::platform)
                .flatMap(platform -> json.field("digest")
                        .map(digest -> new PlatformImage(platform, new ImageDigest(digest.text()))));
    }

    private static Optional<String> platform(JsonNode json) {
        return json.field("os")
                .flatMap(os -> json.field("architecture").map(chip -> os.text() + "/" + chip.text()))
                .filter(each -> !each.contains(UNKNOWN));
    }
}
