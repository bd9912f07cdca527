package org.ecsdelivery.engine.image;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ImageTag;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.ImageEvent;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.built.BuiltImage;
import org.ecsdelivery.engine.time.Cancellation;

/** Pushes one image into one repository under all its tags. What is there already is not pushed again. */
final class ImagePush {
    private final ImageEngine engine;
    private final PushAttempts attempts;
    private final InstantSource clock;
    private final Cancellation cancellation;
    private final EngineListener listener;

    ImagePush(
            ImageEngine engine,
            PushAttempts attempts,
            InstantSource clock,
            Cancellation cancellation,
            EngineListener listener) {
        this.engine = engine;
        this.attempts = attempts;
        this.clock = clock;
        this.cancellation = cancellation;
        this.listener = listener;
    }

    /** The layers travel with the first tag; each further tag costs one manifest. The digest is the one behind the first tag. */
    ImageDigest push(BuiltImage image, Target target, List<ImageTag> tags) {
        List<ImageDigest> found = new ArrayList<>();
        List<ImageDigest> pushed = new ArrayList<>();
        for (ImageTag tag : tags) {
            cancellation.throwIfCancelled();
            Optional<ImageDigest> there = there(image, target, tag);
            ImageDigest digest = there.orElseGet(() -> pushed(image, target, tag));
            found.add(digest);
            if (there.isEmpty()) {
                pushed.add(digest);
            }
        }
        if (pushed.stream().distinct().count() > 1) {
            throw differing(image, pushed, target.repository());
        }
        return found.get(0);
    }

    /** Looks before the push; a registry that cannot be looked into tells by its answer. */
    private Optional<ImageDigest> there(BuiltImage image, Target target, ImageTag tag) {
        ImageReference name = target.repository().withTag(tag);
        Optional<HeldImage> held = target.held(tag);
        if (held.filter(each -> each.isOf(image)).isPresent()) {
            listener.on(new ImageEvent.AlreadyThere(name, held.get().digest()));
            return held.map(HeldImage::digest);
        }
        if (held.isPresent() && target.access().freezesTags(target.repository())) {
            throw taken(image, name, held.get(), "");
        }
        return Optional.empty();
    }

    private ImageDigest pushed(BuiltImage image, Target target, ImageTag tag) {
        Instant begin = clock.instant();
        ImageReference name = target.repository().withTag(tag);
        listener.on(new ImageEvent.PushStarted(name));
        engine.tag(image, name);
        try {
            ImageDigest digest = attempts.push(target, name);
            listener.on(new ImageEvent.Pushed(name, digest, Duration.between(begin, clock.instant())));
            return digest;
        } catch (PushRefused refused) {
            return unlessTaken(image, target, tag, refused);
        }
    }

    /** Another build may have pushed the tag since it was looked at. */
    private ImageDigest unlessTaken(BuiltImage image, Target target, ImageTag tag, PushRefused refused) {
        ImageReference name = target.repository().withTag(tag);
        Optional<HeldImage> held =
                refused.reason() == PushRefused.Reason.TAG_IMMUTABLE ? target.held(tag) : Optional.empty();
        if (held.isEmpty()) {
            throw refused;
        }
        if (!held.get().isOf(image)) {
            throw taken(image, name, held.get(), refused.reported().orElse(""));
        }
        listener.on(new ImageEvent.AlreadyThere(name, held.get().digest()));
        return held.get().digest();
    }

    private static EngineException taken(BuiltImage image, ImageReference name, HeldImage held, String reported) {
        return new EngineException(
                FailureKind.PUSH_REFUSED,
                "The tag of " + name + " is taken, and its repository lets no tag move: it stands for " + held
                        + ", and this build has made image " + image.id(),
                reported,
                "Choose a new tag in " + ImageParameters.TAGS.label() + " (" + ImageParameters.TAGS.name()
                        + "), such as %build.number%. Where the sources are the same, the images differ by the time of the build: switch"
                        + " off " + ImageParameters.STANDARD_LABELS.label() + " ("
                        + ImageParameters.STANDARD_LABELS.name() + ").");
    }

    private static EngineException differing(BuiltImage image, List<ImageDigest> digests, ImageReference repository) {
        return new EngineException(
                FailureKind.PUSH_REFUSED,
                "The registry keeps the image " + image.id() + " under different digests: " + digests + " in "
                        + repository,
                "",
                "Run the step again; another build may have pushed the same tags meanwhile.");
    }
}
