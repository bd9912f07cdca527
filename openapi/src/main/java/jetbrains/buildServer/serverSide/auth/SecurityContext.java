package jetbrains.buildServer.serverSide.auth;

import org.jetbrains.annotations.NotNull;

/** Knows on whose behalf the current thread works. */
public interface SecurityContext {
    @NotNull
    AuthorityHolder getAuthorityHolder();
}
