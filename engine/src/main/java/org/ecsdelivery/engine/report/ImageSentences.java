package org.ecsdelivery.engine.report;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecsdelivery.engine.event.ImageEvent;
import org.ecsdelivery.engine.event.ImageEvent.AlreadyThere;
import org.ecsdelivery.engine.event.ImageEvent.BuildOutput;
import org.ecsdelivery.engine.event.ImageEvent.BuildStarted;
import org.ecsdelivery.engine.event.ImageEvent.BuilderChosen;
import org.ecsdelivery.engine.event.ImageEvent.Built;
import org.ecsdelivery.engine.event.ImageEvent.CacheMissing;
import org.ecsdelivery.engine.event.ImageEvent.DockerFound;
import org.ecsdelivery.engine.event.ImageEvent.Inspected;
import org.ecsdelivery.engine.event.ImageEvent.PushProgressed;
import org.ecsdelivery.engine.event.ImageEvent.PushStarted;
import org.ecsdelivery.engine.event.ImageEvent.Pushed;
import org.ecsdelivery.engine.event.ImageEvent.RegistryFound;
import org.ecsdelivery.engine.event.ImageEvent.RepositoryCreated;
import org.ecsdelivery.engine.event.ImageEvent.TagsHeld;
import org.ecsdelivery.engine.report.Passage.Level;
import org.ecsdelivery.engine.report.Passage.Line;
import org.ecsdelivery.engine.report.Passage.Progress;

/** The sentences of the image step. */
final class ImageSentences {
    private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(2);

    private final InstantSource clock;
    private Instant progressToldAt = Instant.MIN;
    private Optional<PushProgressed> untold = Optional.empty();

    ImageSentences(InstantSource clock) {
        this.clock = clock;
    }

    List<Passage> tell(ImageEvent event) {
        if (event instanceof PushProgressed progressed) {
            return sparingly(progressed);
        }
        if (event instanceof Inspected) {
            return List.of();
        }
        if (event instanceof PushStarted started) {
            progressToldAt = clock.instant();
            untold = Optional.empty();
            return line("Pushing " + started.image() + ".");
        }
        if (event instanceof Pushed pushed) {
            return afterLastProgress(
                    "Pushed " + pushed.image() + " as " + pushed.digest() + " in " + Amount.of(pushed.took()) + ".");
        }
        Optional<String> trouble = PushTroubles.sentence(event);
        return trouble.isPresent() ? List.of(new Line(Level.WARNING, trouble.get())) : line(sentence(event));
    }

    private static String sentence(ImageEvent event) {
        if (event instanceof BuildOutput output) {
            return output.line();
        }
        if (event instanceof DockerFound found) {
            return found.description() + " answers.";
        }
        if (event instanceof BuilderChosen chosen) {
            return chosen.description();
        }
        if (event instanceof RegistryFound found) {
            return "The registry gave a token for " + found.repository().name() + ".";
        }
        if (event instanceof RepositoryCreated created) {
            return "Repository " + created.repository().name() + " was missing and has been created.";
        }
        if (event instanceof AlreadyThere there) {
            return there.image() + " is this image already, " + there.digest() + ": nothing to push.";
        }
        if (event instanceof TagsHeld held) {
            return "The image is tagged " + held.tag() + " and nothing else while its scan goes on; "
                    + held.waiting().stream().map(Object::toString).collect(Collectors.joining(", "))
                    + (held.waiting().size() == 1 ? " waits for it." : " wait for it.");
        }
        if (event instanceof BuildStarted started) {
            return "Building " + started.dockerfile() + " with the build context " + started.context() + ".";
        }
        if (event instanceof CacheMissing missing) {
            return "The cache " + missing.cache() + " is not there yet: the build went without it.";
        }
        if (event instanceof Built built) {
            return "Built image " + Amount.shortImage(built.imageId()) + ", " + Amount.ofBytes(built.bytes()) + ", in "
                    + Amount.of(built.took()) + ".";
        }
        throw new IllegalArgumentException("No sentence for " + event);
    }

    private List<Passage> sparingly(PushProgressed progress) {
        Instant now = clock.instant();
        if (now.isBefore(progressToldAt.plus(BETWEEN_PROGRESS))) {
            untold = Optional.of(progress);
            return List.of();
        }
        progressToldAt = now;
        untold = Optional.empty();
        return List.of(new Progress(sentence(progress)));
    }

    private List<Passage> afterLastProgress(String sentence) {
        List<Passage> passages = new ArrayList<>();
        untold.ifPresent(last -> passages.add(new Line(Level.NORMAL, sentence(last))));
        untold = Optional.empty();
        passages.add(new Line(Level.NORMAL, sentence));
        return passages;
    }

    private static String sentence(PushProgressed progress) {
        if (progress.bytes() == 0 && progress.layersDone() == progress.layers()) {
            return "Every layer is in the registry already.";
        }
        return "Sent " + Amount.ofBytes(progress.bytesSent()) + " of " + Amount.ofBytes(progress.bytes()) + "; "
                + progress.layersDone() + " of " + Amount.of(progress.layers(), "layer") + " are in the registry.";
    }

    private static List<Passage> line(String text) {
        return List.of(new Line(Level.NORMAL, text));
    }
}
