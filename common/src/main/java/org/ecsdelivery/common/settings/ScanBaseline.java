package org.ecsdelivery.common.settings;

import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageTag;
import org.ecsdelivery.common.value.ServiceName;

/** The image whose findings are known already. */
public sealed interface ScanBaseline {
    /**
     * The image that a service runs.
     *
     * @param cluster its cluster
     * @param service its name
     */
    record OfService(ClusterName cluster, ServiceName service) implements ScanBaseline {
        @Override
        public String toString() {
            return "the image that service " + service + " in cluster " + cluster + " runs";
        }
    }

    /**
     * An image of the same repository, by its digest.
     *
     * @param digest the digest
     */
    record OfDigest(ImageDigest digest) implements ScanBaseline {
        @Override
        public String toString() {
            return "image " + digest;
        }
    }

    /**
     * An image of the same repository, by the tag that it has before the push.
     *
     * @param tag the tag
     */
    record OfTag(ImageTag tag) implements ScanBaseline {
        @Override
        public String toString() {
            return "the image that was tagged " + tag + " before";
        }
    }

    /**
     * Reads {@code cluster/service}, {@code sha256:...} or a tag.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    static ScanBaseline parse(String text) {
        int slash = text.indexOf('/');
        if (slash >= 0) {
            return new OfService(new ClusterName(text.substring(0, slash)), new ServiceName(text.substring(slash + 1)));
        }
        return text.startsWith("sha256:") ? new OfDigest(new ImageDigest(text)) : new OfTag(new ImageTag(text));
    }
}
