package org.ecsdelivery.agent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.common.settings.BuildOptionParameters;
import org.ecsdelivery.common.settings.ImageCleanUp;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.image.ImageEngine;

/** Removes what an image step has made on the Docker Engine, where the settings say so; also of a build that was stopped. */
final class ImageLeftovers {
    /** A large image takes its time, and a step that ended well has it. */
    private static final Duration LIMIT = Duration.ofMinutes(1);
    /** A build that was stopped ends within five seconds, whatever the engine does. */
    private static final Duration LIMIT_WHEN_STOPPED = Duration.ofSeconds(2);

    private final ImageCleanUp policy;
    private final OwnImages images;
    private final StepLog log;

    ImageLeftovers(ImageCleanUp policy, OwnImages images, StepLog log) {
        this.policy = policy;
        this.images = images;
        this.log = log;
    }

    /** Returns a setting and its value, for the log. */
    static String setting(ImageCleanUp policy) {
        return BuildOptionParameters.CLEAN_UP.label() + " (" + BuildOptionParameters.CLEAN_UP.name() + ") is " + policy;
    }

    /** The engine is asked on a thread of its own: that of a step that is stopped can ask nobody any more. */
    void removeFrom(ImageEngine engine) {
        if (goers().isEmpty()) {
            return;
        }
        boolean stopped = Thread.interrupted();
        Thread work = new Thread(() -> remove(engine), "image-clean-up");
        work.setDaemon(true);
        work.start();
        stopped = stopped || isStoppedWithin(LIMIT, work);
        if (stopped) {
            isStoppedWithin(LIMIT_WHEN_STOPPED, work);
            Thread.currentThread().interrupt();
        }
        if (work.isAlive()) {
            warn("the Docker Engine has not answered yet");
        }
    }

    private static boolean isStoppedWithin(Duration limit, Thread work) {
        try {
            work.join(limit.toMillis());
            return false;
        } catch (InterruptedException stopped) {
            return true;
        }
    }

    /** Returns what is to go, each with those of its names that go. */
    private List<OwnImage> goers() {
        return switch (policy) {
            case KEEP -> List.of();
            case REMOVE ->
                Stream.concat(images.earlier().stream(), images.made().stream()).toList();
            case KEEP_NEWEST -> images.made().map(this::olderThan).orElseGet(List::of);
        };
    }

    private List<OwnImage> olderThan(OwnImage made) {
        return images.earlier().stream()
                .filter(image -> !isAllThatNames(image, made))
                .map(image -> image.without(made.names()))
                .toList();
    }

    /** The same image again, which has got no name in this run. */
    private static boolean isAllThatNames(OwnImage earlier, OwnImage made) {
        return earlier.id().equals(made.id()) && made.names().isEmpty();
    }

    private void remove(ImageEngine engine) {
        List<OwnImage> left = new ArrayList<>(goers());
        List<OwnImage> gone = new ArrayList<>();
        try {
            for (OwnImage image : List.copyOf(left)) {
                if (engine.remove(image.built(), image.names())) {
                    left.remove(image);
                    gone.add(image);
                }
            }
            left.forEach(image -> log.line("A container or another image uses " + image
                    + ": it stays on the Docker Engine until the next run of this step, which looks again."));
        } catch (EngineException failed) {
            warn(String.valueOf(failed.getMessage()));
        }
        images.remember(left, newest());
        if (!gone.isEmpty()) {
            log.line("Removed from the Docker Engine, since " + setting(policy) + ": "
                    + gone.stream().map(OwnImage::toString).collect(Collectors.joining("; ")) + ".");
        }
    }

    private Optional<OwnImage> newest() {
        if (policy == ImageCleanUp.REMOVE) {
            return Optional.empty();
        }
        return images.made()
                .map(made -> images.earlier().stream()
                        .filter(image -> isAllThatNames(image, made))
                        .findFirst()
                        .map(image -> made.alsoNamed(image.names()))
                        .orElse(made));
    }

    private void warn(String why) {
        log.line(
                setting(policy) + ", but images of this step may still be on the Docker Engine: " + why
                        + ". The next run of the step looks again.",
                Status.WARNING);
    }
}
