package org.ecsdelivery.dsl.imports;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls the methods that the proposed code names. */
final class Calls {
    private static final Map<Class<?>, List<Method>> METHODS = new ConcurrentHashMap<>();

    private static final Map<Class<?>, Map<String, List<Method>>> NAMED = new ConcurrentHashMap<>();

    private Calls() {}

    private static Map<String, List<Method>> byName(Class<?> type) {
        return methods(type).stream().collect(Collectors.groupingBy(Method::getName));
    }

    /** Returns the public methods of a class, always in the same order. */
    static List<Method> methods(Class<?> type) {
        return METHODS.computeIfAbsent(
                type,
                each -> Arrays.stream(each.getMethods())
                        .filter(method -> !method.isBridge() && method.getDeclaringClass() != Object.class)
                        .sorted(Comparator.comparing(Method::isVarArgs).thenComparing(Method::toString))
                        .toList());
    }

    static Object onClass(Class<?> type, String name, List<Object> arguments) {
        return call(type, null, name, arguments);
    }

    static Object on(Object target, String name, List<Object> arguments) {
        return call(target.getClass(), target, name, arguments);
    }

    private static Object call(Class<?> type, @Nullable Object target, String name, List<Object> arguments) {
        for (Method method : NAMED.computeIfAbsent(type, Calls::byName).getOrDefault(name, List.of())) {
            if (Modifier.isStatic(method.getModifiers()) == (target == null)) {
                Optional<Object[]> fitting = fitting(method, arguments);
                if (fitting.isPresent()) {
                    return invoke(method, target, fitting.get());
                }
            }
        }
        throw new IllegalArgumentException(
                type.getSimpleName() + " has no " + name + " that takes " + arguments.size() + " of these");
    }

    static Object invoke(Method method, @Nullable Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException cause) {
            if (cause.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(method + " failed.", cause);
        } catch (IllegalAccessException cause) {
            throw new IllegalStateException(method + " is not public.", cause);
        }
    }

    private static Optional<Object[]> fitting(Method method, List<Object> given) {
        Class<?>[] types = method.getParameterTypes();
        int plain = method.isVarArgs() ? types.length - 1 : types.length;
        if (given.size() < plain || !method.isVarArgs() && given.size() > plain) {
            return Optional.empty();
        }
        Object[] all = new Object[types.length];
        for (int i = 0; i < plain; i++) {
            if (!takes(types[i], given.get(i))) {
                return Optional.empty();
            }
            all[i] = given.get(i);
        }
        return method.isVarArgs()
                ? rest(types[plain].getComponentType(), all, given.subList(plain, given.size()))
                : Optional.of(all);
    }

    private static Optional<Object[]> rest(Class<?> type, Object[] all, List<Object> rest) {
        Object array = Array.newInstance(type, rest.size());
        for (int i = 0; i < rest.size(); i++) {
            if (!takes(type, rest.get(i))) {
                return Optional.empty();
            }
            Array.set(array, i, rest.get(i));
        }
        all[all.length - 1] = array;
        return Optional.of(all);
    }

    private static boolean takes(Class<?> type, Object value) {
        return type == int.class
                ? value instanceof Integer
                : type == boolean.class ? value instanceof Boolean : type.isInstance(value);
    }
}
