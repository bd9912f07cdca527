package jetbrains.buildServer.util.positioning;

import org.jetbrains.annotations.NotNull;

/** Something whose place among its fellows matters, and that others can name. */
public interface PositionAware extends PositionConstraintAware {
    @NotNull
    String getOrderId();
}
