package jetbrains.buildServer.util.positioning;

import org.jetbrains.annotations.NotNull;

/** Something whose place among its fellows matters. */
public interface PositionConstraintAware {
    @NotNull
    PositionConstraint getConstraint();
}
