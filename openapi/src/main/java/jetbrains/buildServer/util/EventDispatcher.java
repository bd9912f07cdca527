package jetbrains.buildServer.util;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.EventListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jetbrains.annotations.NotNull;

/** Tells every listener of what happens; a listener that throws does not keep the others from hearing it. */
public class EventDispatcher<T extends EventListener> {
    private final List<T> listeners = new CopyOnWriteArrayList<>();
    private final T multicaster;
    private volatile ErrorHandler errorHandler = failure -> System.getLogger(EventDispatcher.class.getName())
            .log(System.Logger.Level.WARNING, "Error in event handler", failure);

    protected EventDispatcher(@NotNull Class<T> listenerClass) {
        multicaster = listenerClass.cast(
                Proxy.newProxyInstance(listenerClass.getClassLoader(), new Class<?>[] {listenerClass}, this::toAll));
    }

    @NotNull
    public static <T extends EventListener> EventDispatcher<T> create(@NotNull Class<T> listenerClass) {
        return new EventDispatcher<>(listenerClass);
    }

    public void addListener(@NotNull T listener) {
        listeners.add(listener);
    }

    public void removeListener(@NotNull T listener) {
        listeners.remove(listener);
    }

    public boolean hasListeners() {
        return !listeners.isEmpty();
    }

    @NotNull
    public T getMulticaster() {
        return multicaster;
    }

    public void setErrorHandler(@NotNull ErrorHandler handler) {
        errorHandler = handler;
    }

    private Object toAll(Object proxy, Method method, Object[] arguments) throws ReflectiveOperationException {
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(listeners, arguments);
        }
        for (T listener : listeners) {
            tell(listener, method, arguments);
        }
        return null;
    }

    private void tell(T listener, Method method, Object[] arguments) throws ReflectiveOperationException {
        try {
            method.invoke(listener, arguments);
        } catch (InvocationTargetException failure) {
            errorHandler.handle(failure.getCause());
        }
    }

    /** Takes what a listener threw. */
    public interface ErrorHandler {
        void handle(Throwable e);
    }
}
