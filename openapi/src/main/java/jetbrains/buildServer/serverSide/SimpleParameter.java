package jetbrains.buildServer.serverSide;

import org.jetbrains.annotations.NotNull;

/** A parameter without a description of how it is entered. */
public class SimpleParameter extends BaseParameter {
    public SimpleParameter(@NotNull String name, @NotNull String value) {
        super(name, value);
    }
}
