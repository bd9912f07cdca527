package org.ecsdelivery.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecsdelivery.common.settings.ImageCleanUp;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.ImageEvent;

/** Remembers how far an image step has come, so that it can be told when the step does not see the end of it. */
final class ImageSoFar implements EngineListener {
    private final List<ImageReference> pushed = new ArrayList<>();
    private final List<ImageReference> created = new ArrayList<>();
    private String doing = "read its settings";
    private boolean building;
    private Optional<String> image = Optional.empty();
    private ImageCleanUp cleanUp = ImageCleanUp.KEEP;

    @Override
    public synchronized void on(EngineEvent event) {
        if (event instanceof EngineEvent.PhaseStarted started) {
            begin(started.phase());
        } else if (event instanceof ImageEvent.RepositoryCreated made) {
            created.add(made.repository());
        } else if (event instanceof ImageEvent.Built built) {
            image = Optional.of(built.imageId());
            doing = "looked at the image";
        } else if (event instanceof ImageEvent.PushStarted started) {
            doing = "pushed " + started.image() + ", of which layers may be in the registry, at worst with the tag";
        } else if (event instanceof ImageEvent.PushRepeated repeated) {
            doing = "waited to push " + repeated.image() + " again";
        } else if (event instanceof ImageEvent.Pushed done) {
            arrived(done.image());
        } else if (event instanceof ImageEvent.AlreadyThere there) {
            arrived(there.image());
        }
    }

    private void arrived(ImageReference name) {
        pushed.add(name);
        doing = "went on to the next tag";
    }

    private void begin(EngineEvent.Phase phase) {
        building = phase == EngineEvent.Phase.BUILD;
        doing = switch (phase) {
            case PREFLIGHT -> "looked at Docker and the registries";
            case BUILD -> "built the image";
            case PUSH -> "prepared the push";
            case SCAN -> "waited for the vulnerability scan";
            default -> doing;
        };
    }

    /** The credentials for AWS are asked for. */
    synchronized void callsAws() {
        doing = "opened the way to AWS";
    }

    /** All is pushed or has failed, and images on the Docker Engine are looked through. */
    synchronized void cleansUp() {
        doing = "cleaned up on the Docker Engine";
    }

    /** What becomes of images on the Docker Engine is known. */
    synchronized void cleanUp(ImageCleanUp policy) {
        cleanUp = policy;
    }

    synchronized String leftBehind() {
        StringBuilder text = new StringBuilder("It was stopped while it " + doing + ".");
        text.append(pushed.isEmpty() ? " Nothing was pushed." : " In the registry: " + names(pushed) + ".");
        if (!created.isEmpty()) {
            text.append(" Created, and still there: ").append(names(created)).append('.');
        }
        image.filter(id -> cleanUp != ImageCleanUp.REMOVE)
                .ifPresent(id -> text.append(" On the Docker Engine stays ")
                        .append(id)
                        .append(", since ")
                        .append(ImageLeftovers.setting(cleanUp))
                        .append('.'));
        if (building && image.isEmpty()) {
            text.append(" Layers that were finished may stay on the Docker Engine as its cache.");
        }
        return text.toString();
    }

    private static String names(List<ImageReference> images) {
        return images.stream().map(ImageReference::toString).collect(Collectors.joining(", "));
    }
}
