package org.ecsdelivery.engine.image;

import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.value.ImageTag;
import org.ecsdelivery.engine.image.built.BuiltImage;

/**
 * What is pushed before the gate looks at the image, and what waits for it.
 *
 * @param before what the gate looks at
 * @param after what waits
 */
record PushOrder(List<Parcel> before, List<Parcel> after) {
    /** Copies the lists. */
    PushOrder {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    static PushOrder atOnce(List<Target> targets, List<ImageTag> tags) {
        return new PushOrder(
                targets.stream().map(each -> new Parcel(each, tags)).toList(), List.of());
    }

    /** One tag goes before; the others, and the repositories that the gate does not look into, wait. */
    static PushOrder holding(List<Target> targets, List<Target> watched, List<ImageTag> tags, ImageTag first) {
        List<ImageTag> others =
                tags.stream().filter(tag -> !tag.equals(first)).distinct().toList();
        return new PushOrder(
                watched.stream().map(each -> new Parcel(each, List.of(first))).toList(),
                targets.stream()
                        .map(each -> new Parcel(each, watched.contains(each) ? others : tags))
                        .filter(each -> !each.tags().isEmpty())
                        .toList());
    }

    /** Finds the first tag that stands for no other image in any of the repositories: nobody who pulls it gets what they did not expect. */
    static Optional<ImageTag> ownTag(List<Target> watched, List<ImageTag> tags, BuiltImage image) {
        return tags.stream()
                .filter(tag -> watched.stream()
                        .allMatch(target -> target.held(tag)
                                .filter(each -> !each.isOf(image))
                                .isEmpty()))
                .findFirst();
    }
}
