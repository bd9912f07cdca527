package org.ecsdelivery.engine.image;

import java.util.List;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.failure.EngineException;

/** What looks at a pushed image, and may keep it from being named by tags that people trust. */
public interface PushGate {
    /**
     * Chooses, before anything is built, the repositories in which it looks at the image.
     *
     * @param repositories host and repository of each
     * @throws EngineException when it can look into none, and must
     */
    List<ImageReference> choose(List<ImageReference> repositories);

    /** Tells whether the other tags, and the other repositories, wait until the image has passed. */
    boolean holdsTags();

    /**
     * Looks at the image.
     *
     * @param pinned the image by digest in each repository that was chosen
     * @throws EngineException when it does not pass
     */
    void pass(List<ImageReference> pinned);
}
