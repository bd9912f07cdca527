package org.ecsdelivery.dsl.imports;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.dsl.BuildTypeReference;
import org.ecsdelivery.dsl.Connection;
import org.ecsdelivery.dsl.External;
import org.ecsdelivery.dsl.Secret;
import org.ecsdelivery.dsl.Setting;
import org.ecsdelivery.dsl.VcsRootReference;

/** A factory of a step, trigger or feature, with the parameters that its arguments were seen to become. */
final class Factory implements Beginning {
    /** Where the id of a setting comes from, when a factory takes it. */
    static final String ID = "#id";

    private final Method method;
    private final Setting made;
    private final List<String> parameters;
    private final List<Enum<?>> choice;

    private Factory(Method method, Setting made, List<String> parameters, List<Enum<?>> choice) {
        this.method = method;
        this.made = made;
        this.parameters = parameters;
        this.choice = choice;
    }

    /** Tries a factory, once for each choice that it takes first, and looks where its other arguments go. */
    static List<Factory> all(Method method) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length == 0 || !types[0].isEnum()) {
            return of(method, List.of()).map(List::of).orElse(List.of());
        }
        return Arrays.stream(types[0].getEnumConstants())
                .flatMap(each -> of(method, List.of((Enum<?>) each)).stream())
                .toList();
    }

    private static Optional<Factory> of(Method method, List<Enum<?>> choice) {
        List<Object> arguments = new ArrayList<>();
        List<String> marks = new ArrayList<>();
        for (Class<?> type : typesBehind(method, choice)) {
            String mark = type == Secret.class
                    ? "%probe" + marks.size() + "%"
                    : type == int.class ? "" + (11 + marks.size()) : "probe" + marks.size();
            Optional<Object> argument = argument(type, mark);
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(argument.get());
            marks.add(mark);
        }
        return made(method, with(choice, arguments)).flatMap(made -> placed(method, made, marks, choice));
    }

    private static List<Class<?>> typesBehind(Method method, List<Enum<?>> choice) {
        return List.of(method.getParameterTypes()).subList(choice.size(), method.getParameterCount());
    }

    private static List<Object> with(List<? extends Object> first, List<? extends Object> more) {
        List<Object> all = new ArrayList<>(first);
        all.addAll(more);
        return all;
    }

    private static Optional<Setting> made(Method method, List<Object> arguments) {
        try {
            return Optional.of((Setting) Calls.invoke(method, null, arguments.toArray()));
        } catch (RuntimeException refused) {
            return Optional.empty();
        }
    }

    private static Optional<Object> argument(Class<?> type, String mark) {
        Map<Class<?>, Object> all = new LinkedHashMap<>();
        all.put(String.class, mark);
        all.put(String[].class, new String[] {mark});
        all.put(BuildTypeReference.class, External.buildType(mark));
        all.put(VcsRootReference.class, External.vcsRoot(mark));
        all.put(Connection.class, External.connection(mark));
        if (type == int.class) {
            return Optional.of(Integer.valueOf(mark));
        }
        return type == Secret.class ? Optional.of(Secret.reference(mark)) : Optional.ofNullable(all.get(type));
    }

    private static Optional<Factory> placed(Method method, Setting made, List<String> marks, List<Enum<?>> choice) {
        boolean lines = method.isVarArgs()
                && method.getParameterCount() == 2
                && made.parameters().containsValue(String.join("\n", marks));
        List<String> wanted = lines ? List.of(String.join("\n", marks)) : marks;
        List<String> parameters = new ArrayList<>();
        for (String mark : wanted) {
            Optional<String> parameter = made.id().equals(mark)
                    ? Optional.of(ID)
                    : made.parameters().entrySet().stream()
                            .filter(each -> each.getValue().equals(mark))
                            .map(Map.Entry::getKey)
                            .findFirst();
            parameter.ifPresent(parameters::add);
        }
        return parameters.size() == wanted.size() && (lines || !method.isVarArgs())
                ? Optional.of(new Factory(method, made, List.copyOf(parameters), choice))
                : Optional.empty();
    }

    @Override
    public Setting made() {
        return made;
    }

    /** What a choice writes cannot be changed by a word behind it. */
    private boolean isChosen(Map<String, String> wanted) {
        return choice.isEmpty()
                || made.parameters().entrySet().stream()
                        .allMatch(each -> parameters.contains(each.getKey())
                                || each.getValue().equals(wanted.get(each.getKey())));
    }

    @Override
    public Optional<Chain> begin(Map<String, String> wanted, Names names) {
        if (!isChosen(wanted)) {
            return Optional.empty();
        }
        List<Class<?>> types = typesBehind(method, choice);
        List<Code> arguments = new ArrayList<>(choice.stream().map(Code::of).toList());
        for (int i = 0; i < parameters.size(); i++) {
            String value = wanted.getOrDefault(parameters.get(i), "");
            Optional<Code> code = code(types.get(i), value, names);
            if (code.isEmpty() || !wanted.containsKey(parameters.get(i))) {
                return Optional.empty();
            }
            arguments.addAll(method.isVarArgs() ? Code.lines(value) : List.of(code.get()));
        }
        return Optional.of(Chain.of(method.getDeclaringClass(), method.getName(), arguments));
    }

    private static Optional<Code> code(Class<?> type, String value, Names names) {
        if (type == BuildTypeReference.class) {
            return Optional.of(names.buildType(value));
        }
        if (type == VcsRootReference.class) {
            return Optional.of(names.vcsRoot(value));
        }
        if (type == Connection.class) {
            return Optional.of(
                    Chain.of(External.class, "connection", Code.of(value)).code());
        }
        if (type == Secret.class) {
            return Optional.of(Names.secret(value));
        }
        if (type == int.class) {
            return value.matches("\\d{1,9}") ? Optional.of(Code.of(Integer.parseInt(value))) : Optional.empty();
        }
        return Optional.of(Code.of(value));
    }
}
