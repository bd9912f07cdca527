package org.ecsdelivery.agent;

import java.time.Duration;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.common.settings.BuildOptionParameters;
import org.ecsdelivery.common.settings.ImageCleanUp;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.image.ImageEngine;
import org.ecsdelivery.engine.image.LocalImage;

/** Removes what an image step has made on the Docker Engine, where the settings say so; also of a build that was stopped. */
final class ImageLeftovers {
    /** A build that was stopped ends within five seconds, whatever the engine does. */
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final ImageCleanUp policy;
    private final LocalImage image;
    private final StepLog log;

    ImageLeftovers(ImageCleanUp policy, LocalImage image, StepLog log) {
        this.policy = policy;
        this.image = image;
        this.log = log;
    }

    /** The engine is asked on a thread of its own: that of a step that is stopped can ask nobody any more. */
    void removeFrom(ImageEngine engine) {
        if (policy == ImageCleanUp.KEEP || !image.isThere()) {
            return;
        }
        boolean stopped = Thread.interrupted();
        Thread work = new Thread(() -> remove(engine), "image-clean-up");
        work.setDaemon(true);
        work.start();
        try {
            work.join(LIMIT.toMillis());
        } catch (InterruptedException again) {
            stopped = true;
        }
        if (stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void remove(ImageEngine engine) {
        String setting =
                BuildOptionParameters.CLEAN_UP.label() + " (" + BuildOptionParameters.CLEAN_UP.name() + ") is REMOVE";
        try {
            image.removeFrom(engine);
            log.line("The image was removed from the Docker Engine: " + setting + ".");
        } catch (EngineException failed) {
            log.line(
                    setting + ", but the image may still be on the Docker Engine: " + failed.getMessage(),
                    Status.WARNING);
        }
    }
}
