package org.ecsdelivery.engine.image;

import java.util.List;
import org.ecsdelivery.common.value.ImageReference;

/** Looks at nothing. */
final class OpenGate implements PushGate {
    @Override
    public List<ImageReference> choose(List<ImageReference> repositories) {
        return List.of();
    }

    @Override
    public boolean holdsTags() {
        return false;
    }

    @Override
    public void pass(List<ImageReference> pinned) {
        // whatever there is may pass
    }
}
