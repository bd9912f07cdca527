package org.ecsdelivery.dsl.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** An expression of calls on one value, each tried as it is added. */
final class Chain {
    private final Object value;
    private final String head;
    private final List<String> calls;
    private final Set<String> imports;

    private Chain(Object value, String head, List<String> calls, Set<String> imports) {
        this.value = value;
        this.head = head;
        this.calls = calls;
        this.imports = imports;
    }

    /** Begins with a factory of a class. */
    static Chain of(Class<?> type, String factory, Code... arguments) {
        return of(type, factory, Arrays.asList(arguments));
    }

    static Chain of(Class<?> type, String factory, List<Code> arguments) {
        Object value = Calls.onClass(type, factory, values(arguments));
        Set<String> imports = new TreeSet<>(Code.imports(arguments));
        imports.add(Code.imported(type));
        return new Chain(value, Code.name(type) + "." + factory + Code.arguments(arguments), List.of(), imports);
    }

    /** Begins with what a name stands for. */
    static Chain from(Object value, String name) {
        return new Chain(value, name, List.of(), Set.of());
    }

    Chain call(String method, Code... arguments) {
        return call(method, Arrays.asList(arguments));
    }

    Chain call(String method, List<Code> arguments) {
        Object next = Calls.on(value, method, values(arguments));
        List<String> more = new ArrayList<>(calls);
        more.add("." + method + Code.arguments(arguments));
        Set<String> named = Code.imports(arguments);
        Set<String> all = imports;
        if (!imports.containsAll(named)) {
            all = new TreeSet<>(imports);
            all.addAll(named);
        }
        return new Chain(next, head, Collections.unmodifiableList(more), all);
    }

    Object value() {
        return value;
    }

    int length() {
        return calls.size();
    }

    Code code() {
        return new Code(value, Code.chain(head, calls), imports);
    }

    private static List<Object> values(List<Code> arguments) {
        return arguments.stream().map(Code::value).toList();
    }
}
