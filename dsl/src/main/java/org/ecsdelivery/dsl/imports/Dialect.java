package org.ecsdelivery.dsl.imports;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecsdelivery.dsl.Setting;

/** One way to begin a setting, and what can be said of it then, which is found out when it is needed. */
final class Dialect {
    private final Beginning beginning;
    private Optional<Map<String, List<Word>>> words = Optional.empty();

    Dialect(Beginning beginning) {
        this.beginning = beginning;
    }

    private synchronized List<Word> words(String parameter) {
        if (words.isEmpty()) {
            words = Optional.of(learnt(beginning.made()));
        }
        return words.get().getOrDefault(parameter, List.of());
    }

    private static Map<String, List<Word>> learnt(Setting made) {
        Map<String, List<Word>> words = new LinkedHashMap<>();
        Calls.methods(made.getClass()).stream()
                .filter(each -> !Modifier.isStatic(each.getModifiers()) && !Vocabulary.isOfAll(each))
                .flatMap(each -> Word.of(each, made).stream())
                .forEach(word -> words.computeIfAbsent(word.parameter(), each -> new ArrayList<>())
                        .add(word));
        words.values()
                .forEach(each -> each.sort(
                        Comparator.comparing((Word word) -> -word.also().size())
                                .thenComparing(Word::form)
                                .thenComparing(Word::method)));
        return words;
    }

    /**
     * A way in which a setting was said.
     *
     * @param chain the expression
     * @param cost how little it is worth reading
     */
    record Said(Chain chain, int cost) {}

    /** Says a setting, when that gives just these parameters. */
    Optional<Said> say(Map<String, String> parameters, String id, Names names) {
        Map<String, String> wanted = new LinkedHashMap<>(parameters);
        wanted.put(Factory.ID, id);
        try {
            return beginning.begin(wanted, names).flatMap(begun -> rest(begun, parameters));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private Optional<Said> rest(Chain begun, Map<String, String> parameters) {
        Chain chain = begun;
        Map<String, String> written = written(begun);
        if (!parameters.keySet().containsAll(written.keySet())) {
            return Optional.empty();
        }
        for (Map.Entry<String, String> each : parameters.entrySet()) {
            Optional<Chain> said = word(chain, each, written, parameters, true);
            chain = said.orElse(chain);
            written = said.isPresent() ? written(chain) : written;
        }
        int raw = 0;
        for (Map.Entry<String, String> each : parameters.entrySet()) {
            if (!each.getValue().equals(written.get(each.getKey()))) {
                Optional<Chain> said = word(chain, each, written, parameters, false);
                raw += said.isPresent() ? 0 : 1;
                chain = said.isPresent()
                        ? said.get()
                        : chain.call("set", Code.of(each.getKey()), Code.of(each.getValue()));
                written = written(chain);
            }
        }
        return written.equals(parameters) ? Optional.of(new Said(chain, raw * 100 + chain.length())) : Optional.empty();
    }

    /** Finds a word that writes the parameter, alone or together with others that are wanted, too. */
    private Optional<Chain> word(
            Chain chain,
            Map.Entry<String, String> wanted,
            Map<String, String> before,
            Map<String, String> parameters,
            boolean together) {
        if (wanted.getValue().equals(before.get(wanted.getKey())) && !together) {
            return Optional.empty();
        }
        for (Word word : words(wanted.getKey())) {
            if (word.also().isEmpty() == together
                    || !parameters.entrySet().containsAll(word.also().entrySet())) {
                continue;
            }
            Map<String, String> after = new TreeMap<>(before);
            after.put(wanted.getKey(), wanted.getValue());
            after.putAll(word.also());
            if (after.equals(before)) {
                continue;
            }
            Optional<Chain> said = attempt(word, chain, wanted.getValue());
            if (said.isPresent() && written(said.get()).equals(after)) {
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

    private static Map<String, String> written(Chain chain) {
        return ((Setting) chain.value()).parameters();
    }
}
