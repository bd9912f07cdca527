package org.ecsdelivery.engine.image;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.ImageEvent;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.time.Cancellation;

/** Pushes one image under all its names. */
final class ImagePush {
    private final ImageEngine engine;
    private final RegistryAccess access;
    private final InstantSource clock;
    private final Cancellation cancellation;
    private final EngineListener listener;

    ImagePush(
            ImageEngine engine,
            RegistryAccess access,
            InstantSource clock,
            Cancellation cancellation,
            EngineListener listener) {
        this.engine = engine;
        this.access = access;
        this.clock = clock;
        this.cancellation = cancellation;
        this.listener = listener;
    }

    /** The layers travel with the first name; each further name costs one manifest. */
    ImageDigest pushAll(BuiltImage image, List<ImageReference> names) {
        List<ImageDigest> digests =
                names.stream().map(name -> push(image, name)).distinct().toList();
        if (digests.size() != 1) {
            throw new EngineException(
                    FailureKind.PUSH_REFUSED,
                    "The registry keeps the image " + image.id() + " under different digests: " + digests + " for "
                            + names,
                    "",
                    "Run the step again; another build may have pushed the same tags meanwhile.");
        }
        return digests.get(0);
    }

    private ImageDigest push(BuiltImage image, ImageReference name) {
        cancellation.throwIfCancelled();
        Instant begin = clock.instant();
        listener.on(new ImageEvent.PushStarted(name));
        engine.tag(image, name);
        ImageDigest digest = pushWithFreshToken(name);
        listener.on(new ImageEvent.Pushed(name, digest, Duration.between(begin, clock.instant())));
        return digest;
    }

    private ImageDigest pushWithFreshToken(ImageReference name) {
        try {
            return engine.push(name, access.credential(), listener::on);
        } catch (PushRefused refused) {
            if (refused.reason() != PushRefused.Reason.TOKEN_EXPIRED) {
                throw refused;
            }
            cancellation.throwIfCancelled();
            RegistryCredential renewed = access.renewed();
            listener.on(new ImageEvent.TokenRefreshed(name, refused.reported().orElse("")));
            return engine.push(name, renewed, listener::on);
        }
    }
}
