package org.ecsdelivery.dsl;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.value.CoverageMetric;

/** The fluent methods of a typed step, found by looking. */
final class FluentSetters {
    private FluentSetters() {}

    /** Returns a step with each of them called. */
    static Step allOn(Step bare) {
        Step step = bare;
        for (Method setter : of(bare)) {
            step = called(setter, step);
        }
        return step;
    }

    /** The fluent methods that set what the table knows; those that take references come last, and of them the ones that set most, so that these win. */
    static List<Method> of(Step step) {
        return Arrays.stream(step.getClass().getMethods())
                .filter(method -> !method.isBridge() && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> Step.class.isAssignableFrom(method.getReturnType()))
                .filter(method -> method.getDeclaringClass() != TypedStep.class)
                .sorted(Comparator.comparing(FluentSetters::takesText).thenComparing(Method::getParameterCount))
                .toList();
    }

    private static boolean takesText(Method setter) {
        return setter.getParameterTypes()[0] == String.class;
    }

    /** Calls one with texts that are references. */
    static Step called(Method setter, Step step) {
        Object[] arguments = Arrays.stream(setter.getParameterTypes())
                .map(FluentSetters::sample)
                .toArray();
        try {
            return (Step) setter.invoke(step, arguments);
        } catch (IllegalAccessException | InvocationTargetException cause) {
            throw new AssertionError(setter + " cannot be called", cause);
        }
    }

    private static Object sample(Class<?> type) {
        if (type.isEnum()) {
            Object[] all = type.getEnumConstants();
            return all[all.length - 1];
        }
        return Map.<Class<?>, Object>of(
                        String.class,
                        "%reference%",
                        String[].class,
                        new String[] {"%other%"},
                        boolean.class,
                        true,
                        Duration.class,
                        Duration.ofMinutes(7),
                        int.class,
                        7,
                        Connection.class,
                        AwsConnection.ofServer("PROJECT_EXT_7", "AWS", "eu-central-1"),
                        CoverageMetric[].class,
                        CoverageMetric.values())
                .get(type);
    }
}
