package jetbrains.buildServer.serverSide;

import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** A parameter of a build or of its settings. */
public interface Parameter extends Comparable<Parameter> {
    @NotNull
    String getName();

    @NotNull
    String getValue();

    boolean isSystemProperty();

    boolean isEnvironmentVariable();

    @Nullable
    ControlDescription getControlDescription();
}
