package org.ecsdelivery.common.settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecsdelivery.common.value.ImageReference;

/**
 * The cache of layers in registries, beside the one that the builder has on the agent.
 *
 * @param from the images to take layers from
 * @param to where to leave the cache; empty for nowhere
 */
public record BuildCache(List<ImageReference> from, Optional<CacheTo> to) {
    /** Nothing beside the builder's own. */
    public static final BuildCache NONE = new BuildCache(List.of(), Optional.empty());

    /** Copies the list. */
    public BuildCache {
        from = List.copyOf(from);
    }

    /** Returns the image that holds nothing but the cache that this build leaves. */
    public Optional<ImageReference> written() {
        return to.flatMap(CacheTo::image);
    }

    /** Returns every image that the builder asks a registry for. */
    public List<ImageReference> images() {
        return Stream.concat(from.stream(), written().stream()).distinct().toList();
    }

    /** Returns this cache without an image that only this cache would change. */
    public BuildCache onlyRead() {
        return written().isPresent() ? new BuildCache(from, Optional.empty()) : this;
    }
}
