package org.ecsdelivery.engine.image;

import java.util.List;
import org.ecsdelivery.common.value.ImageTag;

/**
 * What one repository gets.
 *
 * @param target the repository
 * @param tags the tags to push there, at least one
 */
record Parcel(Target target, List<ImageTag> tags) {
    /** Copies the list. */
    Parcel {
        tags = List.copyOf(tags);
    }
}
