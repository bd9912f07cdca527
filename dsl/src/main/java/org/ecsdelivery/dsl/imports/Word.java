package org.ecsdelivery.dsl.imports;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecsdelivery.dsl.Setting;

/** A setter of a step, trigger or feature, and the parameter that it was seen to write, together with others that always are the same. */
record Word(String method, String parameter, Form form, String constant, Map<String, String> also) {
    private static final String FIRST = "probe1";
    private static final String SECOND = "probe2";
    private static final int NUMBER = 7919;

    /** What a setter takes. */
    enum Form {
        NOTHING,
        NUMBER,
        SWITCH,
        CHOICE,
        LINES,
        ASSIGNMENT,
        TEXT
    }

    /** Tries a setter and looks at what it writes. */
    static List<Word> of(Method method, Setting before) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length == 1 && types[0].isEnum()) {
            return Arrays.stream(types[0].getEnumConstants())
                    .flatMap(each -> written(method, before, each)
                            .map(what ->
                                    new Word(method.getName(), what.getKey(), Form.CHOICE, what.getValue(), Map.of()))
                            .stream())
                    .toList();
        }
        return word(method, before, types).map(List::of).orElse(List.of());
    }

    private static Optional<Word> word(Method method, Setting before, Class<?>... types) {
        List<Class<?>> all = List.of(types);
        if (all.isEmpty()) {
            return changes(method, before)
                    .map(written -> word(
                            method, Form.NOTHING, written.entrySet().iterator().next(), written));
        }
        if (all.equals(List.of(int.class))) {
            return word(method, before, Form.NUMBER, Integer.toString(NUMBER), NUMBER);
        }
        if (all.equals(List.of(boolean.class))) {
            return word(method, before, Form.SWITCH, "true", true);
        }
        if (all.equals(List.of(String.class))) {
            return word(method, before, Form.TEXT, FIRST, FIRST);
        }
        if (all.equals(List.of(String.class, String[].class))) {
            return word(method, before, Form.LINES, FIRST + "\n" + SECOND, FIRST, new String[] {SECOND});
        }
        return all.equals(List.of(String.class, String.class))
                ? word(method, before, Form.ASSIGNMENT, FIRST + "=" + SECOND, FIRST, SECOND)
                : Optional.empty();
    }

    private static Optional<Word> word(Method method, Setting before, Form form, String expected, Object... arguments) {
        return changes(method, before, arguments)
                .flatMap(all -> all.entrySet().stream()
                        .filter(what -> what.getValue().equals(expected))
                        .findFirst()
                        .map(what -> word(method, form, what, all)));
    }

    private static Word word(Method method, Form form, Map.Entry<String, String> what, Map<String, String> all) {
        Map<String, String> also = new TreeMap<>(all);
        also.remove(what.getKey());
        return new Word(method.getName(), what.getKey(), form, form == Form.NOTHING ? what.getValue() : "", also);
    }

    private static Optional<Map.Entry<String, String>> written(Method method, Setting before, Object... arguments) {
        return changes(method, before, arguments)
                .filter(each -> each.size() == 1)
                .map(each -> each.entrySet().iterator().next());
    }

    private static Optional<Map<String, String>> changes(Method method, Setting before, Object... arguments) {
        try {
            Object after = Calls.invoke(method, before, arguments);
            return after.getClass() == before.getClass() ? changes(before, (Setting) after) : Optional.empty();
        } catch (RuntimeException refused) {
            return Optional.empty();
        }
    }

    private static Optional<Map<String, String>> changes(Setting before, Setting after) {
        Map<String, String> changed = new TreeMap<>(after.parameters());
        changed.entrySet().removeAll(before.parameters().entrySet());
        boolean keptAll =
                after.parameters().keySet().containsAll(before.parameters().keySet());
        return changed.isEmpty() || !keptAll ? Optional.empty() : Optional.of(changed);
    }

    /** Says a value by this word. */
    Optional<Chain> say(Chain chain, String value) {
        return switch (form) {
            case NOTHING -> value.equals(constant) ? Optional.of(chain.call(method)) : Optional.empty();
            case NUMBER ->
                value.matches("\\d{1,9}")
                        ? Optional.of(chain.call(method, Code.of(Integer.parseInt(value))))
                        : Optional.empty();
            case SWITCH ->
                value.equals("true") || value.equals("false")
                        ? Optional.of(chain.call(method, Code.of(Boolean.parseBoolean(value))))
                        : Optional.empty();
            case CHOICE -> value.equals(constant) ? choice(chain) : Optional.empty();
            case LINES -> Optional.of(chain.call(method, Code.lines(value)));
            case ASSIGNMENT -> assignments(chain, value);
            case TEXT -> Optional.of(chain.call(method, Code.of(value)));
        };
    }

    private Optional<Chain> choice(Chain chain) {
        return Calls.methods(chain.value().getClass()).stream()
                .filter(each -> each.getName().equals(method) && each.getParameterCount() == 1)
                .flatMap(each -> choices(each.getParameterTypes()[0]))
                .filter(each -> constant.equals(each.name()))
                .findFirst()
                .map(each -> chain.call(method, Code.of(each)));
    }

    private static java.util.stream.Stream<Enum<?>> choices(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(each -> (Enum<?>) each)
                : java.util.stream.Stream.empty();
    }

    private Optional<Chain> assignments(Chain chain, String value) {
        Chain all = chain;
        for (String line : value.split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                return Optional.empty();
            }
            all = all.call(method, Code.of(line.substring(0, equals)), Code.of(line.substring(equals + 1)));
        }
        return Optional.of(all);
    }
}
