package org.ecsdelivery.engine.scan;

import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.TransientFailure;

/**
 * What the image step wants of ECR's scans. An image is given by digest, and is a single one: an index is not scanned. Every
 * method may throw {@link AccessDenied} and {@link TransientFailure}.
 */
public interface ImageScans {
    /** Looks at the scan of an image; with all findings once it is done. */
    ScanState look(ImageReference pinnedImage);

    /** Asks for a scan of an image that has none. */
    Answer start(ImageReference pinnedImage);

    /** What comes of asking for a scan. */
    enum Answer {
        /** It begins. */
        STARTED,
        /** There was one within the last 24 hours, and there is one a day. */
        ONE_A_DAY,
        /** The registry scans by itself (enhanced scanning), and never because somebody asks. */
        NOT_ON_DEMAND,
        /** The registry scans by itself, but not in this repository. */
        OFF,
        /** ECR does not scan images of this type. */
        UNSUPPORTED
    }
}
