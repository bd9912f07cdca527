package org.ecsdelivery.aws;

import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.value.ImageDigest;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** The manifest of one image (OCI image specification, Image Manifest; Docker's own form differs in its media types only). */
final class ImageManifest {
    /** Whatever an image can be: ECR must hand it out as it is, since its digest is that of its bytes. */
    static final List<String> MEDIA_TYPES = List.of(
            "application/vnd.docker.distribution.manifest.v2+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.oci.image.index.v1+json");

    private ImageManifest() {}

    /** Returns the digest of the image's configuration; nothing for an index of several images. */
    static Optional<ImageDigest> configuration(String manifest) {
        return JsonNode.parser()
                .parse(manifest)
                .field("config")
                .flatMap(config -> config.field("digest"))
                .map(digest -> new ImageDigest(digest.text()));
    }
}
