package org.ecsdelivery.engine.image;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.image.built.BuiltImage;

/** Pushes one image into all its repositories, one after the other, and says how far it came when one of them fails. */
final class PushToAll {
    private final ImagePush push;

    PushToAll(ImagePush push) {
        this.push = push;
    }

    /** Returns the image by digest in each repository. */
    List<ImageReference> push(BuiltImage image, List<Parcel> parcels) {
        List<ImageReference> done = new ArrayList<>();
        for (Parcel parcel : parcels) {
            Target target = parcel.target();
            try {
                done.add(target.repository().pinnedTo(push.push(image, target, parcel.tags())));
            } catch (EngineException failed) {
                throw parcels.size() == 1 ? failed : failure(failed, done, parcels);
            }
        }
        return List.copyOf(done);
    }

    private static EngineException failure(EngineException failed, List<ImageReference> done, List<Parcel> parcels) {
        List<ImageReference> left = parcels.stream()
                .skip(done.size())
                .map(each -> each.target().repository())
                .toList();
        String come = "Not pushed: " + names(left) + "; pushed: " + (done.isEmpty() ? "none" : names(done)) + ".";
        return new EngineException(
                failed.kind(),
                failed.fact(),
                failed.reported().orElse(""),
                failed.remedy().map(each -> each + " ").orElse("") + come,
                failed);
    }

    private static String names(List<ImageReference> images) {
        return images.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
