package org.ecsdelivery.engine.report;

import java.util.Optional;
import org.ecsdelivery.engine.event.ImageEvent;
import org.ecsdelivery.engine.event.ImageEvent.PushRepeated;
import org.ecsdelivery.engine.event.ImageEvent.PushStalled;
import org.ecsdelivery.engine.event.ImageEvent.TokenRefreshed;

/** The warnings of a push that does not go straight. */
final class PushTroubles {
    private PushTroubles() {}

    static Optional<String> sentence(ImageEvent event) {
        if (event instanceof TokenRefreshed refreshed) {
            return Optional.of("The registry no longer took the token for " + refreshed.image() + " ("
                    + refreshed.reported() + "): pushing again with a new one.");
        }
        if (event instanceof PushRepeated repeated) {
            return Optional.of("The push of " + repeated.image() + " failed (" + repeated.reported()
                    + "): pushing again in " + Amount.of(repeated.after()) + ". Layers that are there stay.");
        }
        if (event instanceof PushStalled stalled) {
            return Optional.of(
                    "The Docker Engine sends a layer of " + stalled.image() + " again (" + stalled.said() + "): "
                            + (stalled.reported().isEmpty()
                                    ? "the registry answers and takes the login, so the connection broke on the way to the storage of its"
                                            + " layers, or at a proxy of the engine."
                                    : "the registry says " + stalled.reported() + "."));
        }
        return Optional.empty();
    }
}
