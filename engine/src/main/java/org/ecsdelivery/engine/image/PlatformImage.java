package org.ecsdelivery.engine.image;

import org.ecsdelivery.common.value.ImageDigest;

/**
 * One of the images that an index lists.
 *
 * @param platform what it runs on, as in {@code linux/arm64}
 * @param digest its own digest
 */
public record PlatformImage(String platform, ImageDigest digest) {}
