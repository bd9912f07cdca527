package jetbrains.buildServer.groups;

import org.jetbrains.annotations.NotNull;

/** A group of users. */
public interface UserGroup {
    @NotNull
    String getKey();
}
