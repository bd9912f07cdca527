package org.ecsdelivery.sandbox.teamcity;

import jetbrains.buildServer.serverSide.auth.AuthorityHolder;
import jetbrains.buildServer.serverSide.auth.Permission;
import jetbrains.buildServer.serverSide.auth.SecurityContext;
import jetbrains.buildServer.users.User;
import org.jspecify.annotations.Nullable;

/** On whose behalf each thread works: the user of the request, or the system itself. */
public final class CurrentUser implements SecurityContext {
    private static final AuthorityHolder SYSTEM = new ServerItself();

    private final ThreadLocal<AuthorityHolder> holder = ThreadLocal.withInitial(() -> SYSTEM);

    CurrentUser() {}

    /** Lets the current thread work for a user, until {@link #leave}. */
    public void enter(AuthorityHolder user) {
        holder.set(user);
    }

    /** Lets the current thread work for the system again. */
    public void leave() {
        holder.remove();
    }

    @Override
    public AuthorityHolder getAuthorityHolder() {
        return holder.get();
    }

    private static final class ServerItself implements AuthorityHolder {
        @Override
        public boolean isPermissionGrantedGlobally(Permission permission) {
            return true;
        }

        @Override
        public boolean isPermissionGrantedForProject(String projectId, Permission permission) {
            return true;
        }

        @Override
        public @Nullable User getAssociatedUser() {
            return null;
        }
    }
}
