package org.ecsdelivery.dsl.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The calls that say one project, configuration or VCS root, each made as it is added. */
final class Script {
    private final Object subject;
    private final List<Line> lines = new ArrayList<>();

    /** What a call is about, for long scripts to be cut there. */
    enum Topic {
        GENERAL(""),
        PARAMETERS("Parameters"),
        STEPS("Steps"),
        EVENTS("Events"),
        REST("Rest");

        private final String suffix;

        Topic(String suffix) {
            this.suffix = suffix;
        }

        String suffix() {
            return suffix;
        }
    }

    /** A call, as it is written. */
    record Line(Topic topic, Code call) {}

    Script(Object subject) {
        this.subject = subject;
    }

    void add(Topic topic, String method, Code... arguments) {
        add(topic, method, Arrays.asList(arguments));
    }

    void add(Topic topic, String method, List<Code> arguments) {
        Object value =
                Calls.on(subject, method, arguments.stream().map(Code::value).toList());
        lines.add(new Line(topic, new Code(value, "." + method + Code.arguments(arguments), Code.imports(arguments))));
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /** Returns how often what has no type or method of its own is said, such as {@code 2 AnyStep, 1 element(...)}. */
    String untyped() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (Line each : lines) {
            each.call().imports().stream()
                    .map(name -> name.substring(name.lastIndexOf('.') + 1))
                    .filter(name -> name.startsWith("Any"))
                    .forEach(name -> counts.merge(name, 1, Integer::sum));
            if (each.call().text().startsWith(".element(")) {
                counts.merge("element(...)", 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
    }
}
