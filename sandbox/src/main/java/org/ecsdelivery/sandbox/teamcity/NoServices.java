package org.ecsdelivery.sandbox.teamcity;

import jetbrains.buildServer.ServiceLocator;
import org.jspecify.annotations.Nullable;

/** The services of a server that has none of those which plugins look up, as one that is too old for them. */
final class NoServices implements ServiceLocator {
    @Override
    public <T> @Nullable T findSingletonService(Class<T> serviceClass) {
        return null;
    }
}
