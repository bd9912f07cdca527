package org.ecsdelivery.aws;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** An image for several platforms, as an index of one manifest each (OCI image specification, Image Index). */
final class ImageIndex {
    /** What an attestation says instead of a platform (BuildKit documentation, attestation storage). */
    private static final String UNKNOWN = "unknown";

    private ImageIndex() {}

    /** Returns the platforms, as in {@code linux/arm64}; none of a single image. */
    static Stream<String> platforms(String manifest) {
        return JsonNode.parser().parse(manifest).field("manifests").map(JsonNode::asArray).orElseGet(List::of).stream()
                .flatMap(each -> each.field("platform").stream())
                .flatMap(each -> platform(each).stream())
                .distinct();
    }

    private static Optional<String> platform(JsonNode json) {
        return json.field("os")
                .flatMap(os -> json.field("architecture").map(chip -> os.text() + "/" + chip.text()))
                .filter(each -> !each.contains(UNKNOWN));
    }
}
