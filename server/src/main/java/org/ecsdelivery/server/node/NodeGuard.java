package org.ecsdelivery.server.node;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a secondary node of TeamCity lets a plugin do only where the plugin says so: there a plugin runs under a security manager
 * (TeamCity SDK, "Plugin Development FAQ": {@code node-responsibilities-aware} and {@code IOGuard}). The main node lets everything
 * through the same way.
 *
 * <p>TeamCity's guard is called by its names: the types that it takes are not in the published API, and a server that has no guard, as
 * before it had secondary nodes, shall still load the plugin. There the work is simply done.
 */
public enum NodeGuard {
    /** Connecting to another machine. */
    NETWORK("allowNetworkCall"),
    /** Writing into the data directory. */
    DISK("allowDiskWrite");

    private static final String GUARD = "jetbrains.buildServer.serverSide.IOGuard";

    private final Optional<Method> entrance;

    NodeGuard(String name) {
        this.entrance = entrance(GUARD, name);
    }

    /** Finds a way in that takes one piece of work without parameters; which of several is the same, for the work keeps its own result. */
    static Optional<Method> entrance(String guard, String name) {
        try {
            return Arrays.stream(Class.forName(guard).getMethods())
                    .filter(each -> each.getName().equals(name) && Modifier.isStatic(each.getModifiers()))
                    .filter(each -> each.getParameterCount() == 1 && takesWork(each.getParameterTypes()[0]))
                    .findFirst();
        } catch (ClassNotFoundException | LinkageError none) {
            return Optional.empty();
        }
    }

    private static boolean takesWork(Class<?> type) {
        List<Method> toBeWritten = Arrays.stream(type.getMethods())
                .filter(each -> Modifier.isAbstract(each.getModifiers()))
                .toList();
        return type.isInterface()
                && toBeWritten.size() == 1
                && toBeWritten.get(0).getParameterCount() == 0;
    }

    /**
     * Does work that the node would otherwise refuse. It must do what it does on the calling thread.
     *
     * @return what the work returns
     * @throws E as the work does
     */
    public <T, E extends Exception> T within(Work<T, E> work) throws E {
        return entrance.isPresent() ? within(entrance.get(), work) : work.done();
    }

    static <T, E extends Exception> T within(Method entrance, Work<T, E> work) throws E {
        Class<?> type = entrance.getParameterTypes()[0];
        GuardedWork<T, E> guarded = new GuardedWork<>(work);
        try {
            entrance.invoke(null, Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, guarded));
        } catch (IllegalAccessException closed) {
            return work.done();
        } catch (InvocationTargetException refusal) {
            if (refusal.getTargetException() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(
                    "This node of TeamCity did not let the plugin through: " + refusal.getTargetException(), refusal);
        }
        return guarded.outcome();
    }

    /** Work that the node would otherwise refuse. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        /** Does it. */
        T done() throws E;
    }
}
