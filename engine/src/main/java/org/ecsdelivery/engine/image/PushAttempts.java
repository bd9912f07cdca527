package org.ecsdelivery.engine.image;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.ImageEvent;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.Pause;

/**
 * Sees a push through what passes by itself: a token that runs out, a registry that asks to wait, a connection that breaks. All else is
 * told at once, since another attempt would end the same.
 */
final class PushAttempts {
    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(45));

    private final ImageEngine engine;
    private final Pause pause;
    private final Cancellation cancellation;
    private final EngineListener listener;

    PushAttempts(ImageEngine engine, Pause pause, Cancellation cancellation, EngineListener listener) {
        this.engine = engine;
        this.pause = pause;
        this.cancellation = cancellation;
        this.listener = listener;
    }

    /** Tries whether the registry lets the engine in. */
    void logIn(Target target) {
        through(target, target.repository(), () -> {
            engine.logIn(credential(target));
            return target;
        });
    }

    ImageDigest push(Target target, ImageReference name) {
        Stalls stalls = new Stalls(target, name);
        return through(target, name, () -> engine.push(name, credential(target), stalls));
    }

    private static RegistryCredential credential(Target target) {
        RegistryHost host = target.repository().host().orElseThrow();
        return target.access().credential(host);
    }

    private <T> T through(Target target, ImageReference name, Supplier<T> work) {
        Iterator<Duration> waits = WAITS.iterator();
        boolean renewed = !target.access().isRenewable();
        while (true) {
            cancellation.throwIfCancelled();
            try {
                return work.get();
            } catch (PushRefused refused) {
                if (refused.reason().asksForAnotherToken() && !renewed) {
                    cancellation.throwIfCancelled();
                    renewed = true;
                    target.access().renew();
                    listener.on(new ImageEvent.TokenRefreshed(
                            name, refused.reported().orElse("")));
                } else if (refused.reason().passes() && waits.hasNext()) {
                    waitFor(waits.next(), name, refused);
                } else {
                    throw refused;
                }
            }
        }
    }

    private void waitFor(Duration wait, ImageReference name, PushRefused refused) {
        listener.on(new ImageEvent.PushRepeated(name, refused.reported().orElse(""), wait));
        try {
            pause.pause(wait);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Cancelled("the build was interrupted");
        }
    }

    /** The engine repeats layers by itself, for minutes, and says no reason: it is asked for at the first time. */
    private final class Stalls implements EngineListener {
        private final Target target;
        private final ImageReference name;
        private boolean asked;

        Stalls(Target target, ImageReference name) {
            this.target = target;
            this.name = name;
        }

        @Override
        public void on(org.ecsdelivery.engine.event.EngineEvent event) {
            if (!(event instanceof ImageEvent.LayerRepeated)) {
                listener.on(event);
            } else if (!asked) {
                asked = true;
                listener.on(new ImageEvent.PushStalled(name, ((ImageEvent.LayerRepeated) event).said(), reason()));
            }
        }

        private String reason() {
            try {
                engine.logIn(credential(target));
                return "";
            } catch (EngineException failed) {
                return failed.reported().orElse(failed.fact());
            }
        }
    }
}
