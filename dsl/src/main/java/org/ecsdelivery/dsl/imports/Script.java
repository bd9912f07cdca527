package org.ecsdelivery.dsl.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
}
