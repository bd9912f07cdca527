package org.ecsdelivery.engine.scan;

import org.ecsdelivery.engine.image.ImageRegistry;

/**
 * One registry, as far as scans go.
 *
 * @param registry its images
 * @param scans their scans
 */
record ScanDesk(ImageRegistry registry, ImageScans scans) {}
