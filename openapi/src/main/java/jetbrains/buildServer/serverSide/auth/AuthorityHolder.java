package jetbrains.buildServer.serverSide.auth;

import jetbrains.buildServer.users.User;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** Somebody or something with permissions. */
public interface AuthorityHolder {
    boolean isPermissionGrantedGlobally(@NotNull Permission permission);

    /** Tells whether a permission is granted for a project, given its internal id. */
    boolean isPermissionGrantedForProject(@NotNull String projectId, @NotNull Permission permission);

    @Nullable
    User getAssociatedUser();
}
