package org.ecsdelivery.sandbox.teamcity;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jetbrains.buildServer.ServiceLocator;
import org.jspecify.annotations.Nullable;

/** The services of a server that plugins look up: none at first, as on one that is too old for them, and those that somebody offers. */
final class OfferedServices implements ServiceLocator {
    private final Map<Class<?>, Object> services = new ConcurrentHashMap<>();

    <T> void offer(Class<T> type, T service) {
        services.put(type, service);
    }

    @Override
    public <T> @Nullable T findSingletonService(Class<T> serviceClass) {
        Object service = services.get(serviceClass);
        return service == null ? null : serviceClass.cast(service);
    }
}
