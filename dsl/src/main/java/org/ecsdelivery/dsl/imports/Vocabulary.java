package org.ecsdelivery.dsl.imports;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
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

    /** One way to begin, and what can be said then. */
    private record Dialect(Factory factory, Map<String, List<Word>> words) {}

    Vocabulary(Collection<Class<? extends Setting>> classes) {
        classes.forEach(this::learn);
    }

    private void learn(Class<? extends Setting> type) {
        for (Method method : Calls.methods(type)) {
            if (Modifier.isStatic(method.getModifiers())
                    && method.getReturnType() == type
                    && !FRAME.contains(method.getName())) {
                Factory.of(method).ifPresent(this::learn);
            }
        }
    }

    private void learn(Factory factory) {
        Map<String, List<Word>> words = new LinkedHashMap<>();
        for (Method method : Calls.methods(factory.made().getClass())) {
            if (!Modifier.isStatic(method.getModifiers()) && !FRAME.contains(method.getName())) {
                Word.of(method, factory.made())
                        .forEach(word -> words.computeIfAbsent(word.parameter(), each -> new ArrayList<>())
                                .add(word));
            }
        }
        words.values()
                .forEach(each -> each.sort(Comparator.comparing(Word::form).thenComparing(Word::method)));
        byType.computeIfAbsent(factory.made().type(), each -> new ArrayList<>()).add(new Dialect(factory, words));
    }

    /** Says a setting of that type and these parameters by the words of a type of its own, where there is one that gives just these. */
    Optional<Chain> say(String type, String id, Map<String, String> parameters, Names names) {
        Map<String, String> wanted = new LinkedHashMap<>(parameters);
        wanted.put(Factory.ID, id);
        return byType.getOrDefault(type, List.of()).stream()
                .flatMap(each -> attempt(each, wanted, parameters, names).stream())
                .min(Comparator.comparingInt(Said::cost))
                .map(Said::chain);
    }

    private record Said(Chain chain, int cost) {}

    private static Optional<Said> attempt(
            Dialect dialect, Map<String, String> wanted, Map<String, String> parameters, Names names) {
        try {
            return dialect.factory()
                    .begin(wanted, names)
                    .filter(begun ->
                            parameters.keySet().containsAll(written(begun).keySet()))
                    .map(begun -> rest(dialect, begun, parameters))
                    .filter(said -> written(said.chain()).equals(parameters));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static Said rest(Dialect dialect, Chain begun, Map<String, String> parameters) {
        Chain chain = begun;
        int raw = 0;
        for (Map.Entry<String, String> each : parameters.entrySet()) {
            if (!each.getValue().equals(written(chain).get(each.getKey()))) {
                Optional<Chain> said = word(dialect, chain, each);
                raw += said.isPresent() ? 0 : 1;
                chain = said.isPresent()
                        ? said.get()
                        : chain.call("set", Code.of(each.getKey()), Code.of(each.getValue()));
            }
        }
        return new Said(chain, raw * 100 + chain.length());
    }

    private static Optional<Chain> word(Dialect dialect, Chain chain, Map.Entry<String, String> wanted) {
        for (Word word : dialect.words().getOrDefault(wanted.getKey(), List.of())) {
            Optional<Chain> said = attempt(word, chain, wanted.getValue())
                    .filter(each -> written(each).equals(with(written(chain), wanted)));
            if (said.isPresent()) {
                return said;
            }
        }
        return Optional.empty();
    }

    private static Optional<Chain> attempt(Word word, Chain chain, String value) {
        try {
            return word.say(chain, value);
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static Map<String, String> with(Map<String, String> before, Map.Entry<String, String> more) {
        Map<String, String> all = new TreeMap<>(before);
        all.put(more.getKey(), more.getValue());
        return all;
    }

    private static Map<String, String> written(Chain chain) {
        return ((Setting) chain.value()).parameters();
    }
}
