package jetbrains.buildServer.serverSide;

import org.jetbrains.annotations.NotNull;

/** A kind of build step, as the server knows it; it must register itself with the {@link RunTypeRegistry}. */
public abstract class RunType extends RunTypeBase implements RunTypeInfo {
    public RunType() {}

    @Override
    @NotNull
    public abstract String getType();

    @Override
    @NotNull
    public abstract String getDisplayName();

    @Override
    @NotNull
    public abstract String getDescription();

    @Override
    public final int hashCode() {
        return getType().hashCode();
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof RunType && getType().equals(((RunType) other).getType());
    }
}
