package org.ecsdelivery.engine.scan;

import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.image.ImageRegistry;
import org.ecsdelivery.engine.image.PlatformImage;

/** Finds what ECR scans: of an index not the index, but each image that it lists. */
final class ScannableImages {
    private final ImageRegistry registry;

    ScannableImages(ImageRegistry registry) {
        this.registry = registry;
    }

    /**
     * One image to scan.
     *
     * @param image the image, by digest
     * @param platform its platform, where an index lists several
     */
    record One(ImageReference image, Optional<String> platform) {
        String label() {
            return ScannedImage.label(image, platform);
        }
    }

    List<One> of(ImageReference pinned) {
        List<PlatformImage> listed = registry.images(pinned);
        if (listed.isEmpty()) {
            return List.of(new One(pinned, Optional.empty()));
        }
        return listed.stream()
                .distinct()
                .map(each -> new One(pinned.pinnedTo(each.digest()), Optional.of(each.platform())))
                .toList();
    }
}
