package org.ecsdelivery.engine.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.ImageEvent.Inspected;
import org.ecsdelivery.engine.event.ImageEvent.PushStarted;
import org.ecsdelivery.engine.image.built.BuiltImage;

/** What an image step has made on the Docker Engine, as far as it came. */
public final class LocalImage implements EngineListener {
    private final List<ImageReference> names = new ArrayList<>();
    private Optional<BuiltImage> image = Optional.empty();

    @Override
    public synchronized void on(EngineEvent event) {
        if (event instanceof Inspected inspected) {
            image = Optional.of(inspected.image());
        } else if (event instanceof PushStarted started) {
            names.add(started.image());
        }
    }

    /** Takes all of it away again, except what others name or use. */
    public synchronized void removeFrom(ImageEngine engine) {
        image.ifPresent(built -> engine.remove(built, names));
    }

    /** Tells whether there is anything. */
    public synchronized boolean isThere() {
        return image.isPresent();
    }
}
