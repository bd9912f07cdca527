package org.ecsdelivery.engine.image;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a build knows about where an image comes from.
 *
 * @param revision the revision of the sources
 * @param source where the sources are kept
 * @param version the version, usually the build number
 * @param buildUrl the page of the build
 * @param created when the image is made
 */
public record BuildFacts(
        Optional<String> revision,
        Optional<String> source,
        Optional<String> version,
        Optional<String> buildUrl,
        Instant created) {
    private static final String PREFIX = "org.opencontainers.image.";

    /** Returns the facts as labels (OCI image specification, "Pre-defined annotation keys"). */
    public Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        revision.ifPresent(value -> labels.put(PREFIX + "revision", value));
        source.ifPresent(value -> labels.put(PREFIX + "source", value));
        version.ifPresent(value -> labels.put(PREFIX + "version", value));
        buildUrl.ifPresent(value -> labels.put(PREFIX + "url", value));
        labels.put(PREFIX + "created", created.truncatedTo(ChronoUnit.SECONDS).toString());
        return Collections.unmodifiableMap(labels);
    }
}
