package jetbrains.buildServer.serverSide;

import java.util.Collection;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** The server's run types; a Spring bean of TeamCity. */
public interface RunTypeRegistry {
    void registerRunType(@NotNull RunType runType);

    void unregisterRunType(@NotNull String type);

    @Nullable
    RunType findRunType(@NotNull String type);

    @NotNull
    Collection<? extends RunType> getRegisteredRunTypes();
}
