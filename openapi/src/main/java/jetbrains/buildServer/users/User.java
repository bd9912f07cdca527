package jetbrains.buildServer.users;

import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** Names a user. */
public interface User {
    long getId();

    @NotNull
    String getUsername();

    @Nullable
    String getName();

    @NotNull
    String getDescriptiveName();
}
