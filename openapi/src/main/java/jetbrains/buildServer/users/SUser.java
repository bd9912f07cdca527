package jetbrains.buildServer.users;

import jetbrains.buildServer.serverSide.auth.AuthorityHolder;

/** A user with everything the server knows about it. */
public interface SUser extends AuthorityHolder, User {}
