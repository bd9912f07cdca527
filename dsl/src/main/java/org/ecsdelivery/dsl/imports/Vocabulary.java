package org.ecsdelivery.dsl.imports;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ecsdelivery.dsl.Setting;

/**
 * What there is to say steps, triggers and features with. It is not listed but found out: every factory and every setter is tried once, and
 * what it writes is what it is good for, so that a new setter is used by imports without a word here.
 */
final class Vocabulary {
    private static final Set<String> FRAME = Set.of("id", "name", "mode", "always", "when", "disabled", "set", "from");

    private final Map<String, List<Dialect>> byType = new TreeMap<>();

    Vocabulary(Collection<Class<? extends Setting>> classes) {
        classes.forEach(this::learn);
    }

    private void learn(Class<? extends Setting> type) {
        for (Method method : Calls.methods(type)) {
            if (Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type && !isOfAll(method)) {
                Factory.all(method).forEach(this::learn);
            }
        }
    }

    private void learn(Beginning beginning) {
        byType.computeIfAbsent(beginning.made().type(), any -> new ArrayList<>())
                .add(new Dialect(beginning));
    }

    /** Returns this vocabulary with a way to begin that nobody could find out. */
    Vocabulary and(Beginning beginning) {
        learn(beginning);
        return this;
    }

    /** Tells whether a method is one that all settings have. */
    static boolean isOfAll(Method method) {
        return FRAME.contains(method.getName());
    }

    /** Says a setting of that type and these parameters by the words of a type of its own, where there is one that gives just these. */
    Optional<Chain> say(String type, String id, Map<String, String> parameters, Names names) {
        return byType.getOrDefault(type, List.of()).stream()
                .flatMap(each -> each.say(parameters, id, names).stream())
                .min(Comparator.comparingInt(Dialect.Said::cost))
                .map(Dialect.Said::chain);
    }
}
