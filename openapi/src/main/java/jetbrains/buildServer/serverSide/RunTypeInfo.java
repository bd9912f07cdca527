package jetbrains.buildServer.serverSide;

import org.jetbrains.annotations.NotNull;

/** Identity and names of a run type. */
public interface RunTypeInfo {
    int RUN_TYPE_NAME_SIZE = 250;

    @NotNull
    String getType();

    @NotNull
    String getDisplayName();

    @NotNull
    String getDescription();
}
