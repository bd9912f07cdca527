package org.ecsdelivery.common.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.value.ImageReference;

/**
 * Where a build leaves its cache for other builds.
 *
 * @param image the image that holds nothing but the cache; empty when the image that is built holds it too
 * @param options what is said about its form, in BuildKit's own words
 */
public record CacheTo(Optional<ImageReference> image, Map<String, String> options) {
    /** The image that is built tells of its own layers. */
    public static final CacheTo INLINE = new CacheTo(Optional.empty(), Map.of());

    /** Copies the options; their order stays. */
    public CacheTo {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** Returns this with other options. */
    CacheTo with(Map<String, String> others) {
        return new CacheTo(image, others);
    }

    /** Returns this with another name of the image. */
    public CacheTo named(ImageReference name) {
        return new CacheTo(Optional.of(name), options);
    }
}
