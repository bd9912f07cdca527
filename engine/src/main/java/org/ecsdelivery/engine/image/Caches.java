package org.ecsdelivery.engine.image;

import java.util.List;
import org.ecsdelivery.common.settings.BuildCache;
import org.ecsdelivery.common.settings.CacheParameters;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ImageTag;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** Caches of layers in registries: they make a build quicker, so nothing about them fails a build but one that would overwrite an image. */
final class Caches {
    private static final String TO = CacheParameters.TO.label() + " (" + CacheParameters.TO.name() + ")";

    private final RegistryDoors doors;
    private final EngineListener listener;

    Caches(RegistryDoors doors, EngineListener listener) {
        this.doors = doors;
        this.listener = listener;
    }

    /**
     * Completes names without a host, and looks at where the cache shall be left.
     *
     * @throws EngineException when the cache would take the place of the image itself
     */
    BuildCache ready(BuildCache given, List<Target> targets, List<ImageTag> tags) {
        BuildCache complete = new BuildCache(
                given.from().stream().map(this::complete).toList(),
                given.to()
                        .map(to -> to.image().map(this::complete).map(to::named).orElse(to)));
        complete.written().ifPresent(cache -> {
            targets.forEach(target -> refuseToOverwrite(cache, target.repository(), tags));
            warnOfFrozenTags(cache);
        });
        return complete;
    }

    private ImageReference complete(ImageReference image) {
        return image.host().isPresent() ? image : doors.target(image).repository();
    }

    private static void refuseToOverwrite(ImageReference cache, ImageReference repository, List<ImageTag> tags) {
        boolean same = cache.repository().equals(repository.repository())
                && cache.host().orElseThrow().isSameRegistryAs(repository.host().orElseThrow());
        if (same && tags.contains(cache.tag().orElseThrow())) {
            throw new EngineException(
                    FailureKind.INVALID_PARAMETERS,
                    TO + " is " + cache + ", where the image itself is pushed",
                    "",
                    "Give the cache a tag of its own, or enter inline to have the image hold it.");
        }
    }

    /** A repository that cannot be asked tells when the cache is written. */
    private void warnOfFrozenTags(ImageReference cache) {
        if (freezesTags(cache)) {
            listener.on(new EngineEvent.Warned(
                    TO + " is " + cache + ", and no tag of this repository may move: the cache can be"
                            + " left there once at most. Except the tag from that rule, or name another repository."));
        }
    }

    private boolean freezesTags(ImageReference cache) {
        try {
            return doors.opened(cache.host().orElseThrow())
                    .filter(access -> access.freezesTags(cache))
                    .isPresent();
        } catch (EngineException unseen) {
            return false;
        }
    }
}
