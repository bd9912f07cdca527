package org.ecsdelivery.engine.doctor;

import java.util.List;
import java.util.Optional;

/** One thing that a pipeline must have. */
interface Rule {
    /** Returns the name under which it is told and documented. */
    String id();

    /** Returns what breaks it; nothing of what could not be seen. */
    List<Finding> findings(Pipeline pipeline);

    /** Returns why it could not be checked, or not all of it. */
    default Optional<String> unseen(Pipeline pipeline) {
        return Optional.empty();
    }
}
