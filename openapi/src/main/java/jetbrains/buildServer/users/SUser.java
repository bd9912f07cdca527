package jetbrains.buildServer.users;

import java.util.List;
import jetbrains.buildServer.groups.UserGroup;
import jetbrains.buildServer.serverSide.auth.AuthorityHolder;
import org.jetbrains.annotations.NotNull;

/** A user with everything the server knows about it. */
public interface SUser extends AuthorityHolder, User {
    /** Returns the groups that the user is in, and those around them. */
    @NotNull
    List<UserGroup> getAllUserGroups();
}
