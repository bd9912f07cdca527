package org.ecsdelivery.server.node;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import org.ecsdelivery.server.node.NodeGuard.Work;
import org.jspecify.annotations.Nullable;

/**
 * Work in the form that a guard takes. It keeps its own outcome, so that it is the same to it whether the guard returns something, and
 * which exceptions the guard knows.
 */
final class GuardedWork<T, E extends Exception> implements InvocationHandler {
    private final Work<T, E> work;
    private Work<T, E> outcome = () -> {
        throw new IllegalStateException("This node of TeamCity did not let the plugin through, and gave no reason");
    };

    GuardedWork(Work<T, E> work) {
        this.work = work;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] none) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(this, none);
        }
        outcome = tried();
        return null;
    }

    @SuppressWarnings("unchecked") // work throws nothing that is checked but E
    private Work<T, E> tried() {
        try {
            T result = work.done();
            return () -> result;
        } catch (Exception failure) {
            return () -> {
                throw (E) failure;
            };
        }
    }

    /** Returns what the work returned. */
    T outcome() throws E {
        return outcome.done();
    }
}
