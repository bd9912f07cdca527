package org.ecsdelivery.sandbox.aws.registry;

import java.time.Instant;
import java.util.List;

/**
 * One manifest in a repository.
 *
 * @param digest the digest of the manifest
 * @param mediaType the manifest's media type
 * @param configMediaType the media type of its configuration; the empty text for an index
 * @param sizeBytes the size of configuration and layers in bytes; of an index, the size of its largest image
 * @param pushedAt when the manifest first arrived
 * @param tags the tags that point to it now, sorted
 */
public record StoredImage(
        Digest digest, String mediaType, String configMediaType, long sizeBytes, Instant pushedAt, List<String> tags) {

    /** Takes a copy of the tags. */
    public StoredImage {
        tags = List.copyOf(tags);
    }

    StoredImage withTags(List<String> current) {
        return new StoredImage(digest, mediaType, configMediaType, sizeBytes, pushedAt, current);
    }
}
