package org.ecsdelivery.engine.scan;

import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.image.ImageRegistry;
import org.ecsdelivery.engine.image.PlatformImage;

/** Finds what ECR scans: of an index not the index, but each image that it lists. */
final class ScannableImages {
    private final ImageRegistry registry;
    private final boolean amongOthers;

    /** Finds images in a registry; where the image is in others too, their labels tell which one is meant. */
    ScannableImages(ImageRegistry registry, boolean amongOthers) {
        this.registry = registry;
        this.amongOthers = amongOthers;
    }

    /**
     * One image to scan.
     *
     * @param image the image, by digest
     * @param platform its platform, where an index lists several
     * @param label what people tell it by
     */
    record One(ImageReference image, Optional<String> platform, String label) {}

    List<One> of(ImageReference pinned) {
        List<PlatformImage> listed = registry.images(pinned);
        if (listed.isEmpty()) {
            return List.of(one(pinned, Optional.empty()));
        }
        return listed.stream()
                .distinct()
                .map(each -> one(pinned.pinnedTo(each.digest()), Optional.of(each.platform())))
                .toList();
    }

    private One one(ImageReference image, Optional<String> platform) {
        String name = amongOthers ? image.name() : image.repository().toString();
        String digest = image.digest().map(each -> "@" + each.shortForm()).orElse("");
        return new One(
                image,
                platform,
                name + digest + platform.map(each -> " (" + each + ")").orElse(""));
    }
}
