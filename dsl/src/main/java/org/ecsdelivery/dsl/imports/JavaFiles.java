package org.ecsdelivery.dsl.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.imports.Script.Topic;
import org.ecsdelivery.dsl.model.SchemaProfile;

/** Writes a class for every project, and one that brings them together. */
final class JavaFiles {
    /** A method that is longer is cut into what it is about. */
    private static final int LINES = 36;

    /** What every class has already, or what cannot be called without its owner. */
    private static final List<String> NO_METHODS = List.of(
            "fill",
            "clone",
            "equals",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait",
            "yield");

    private static final String COMMANDS = "org.ecsdelivery.dsl.command.CommandLine";

    private final String packageName;
    private final String main;
    private final SortedMap<String, String> files = new TreeMap<>();

    JavaFiles(String packageName, String main) {
        this.packageName = packageName;
        this.main = main;
    }

    SortedMap<String, String> of(Draft draft, SchemaProfile profile) {
        draft.units().forEach(this::project);
        file(main, imports(profile), settings(draft, profile));
        return files;
    }

    private static Set<String> imports(SchemaProfile profile) {
        Set<String> all = new TreeSet<>(Set.of(COMMANDS, Settings.class.getName()));
        if (profile != SchemaProfile.V2021_1) {
            all.add(SchemaProfile.class.getName());
        }
        return all;
    }

    private String settings(Draft draft, SchemaProfile profile) {
        StringBuilder text = new StringBuilder("/** What TeamCity shall know of these projects. */\n");
        text.append("public final class ").append(main).append(" {\n");
        draft.units()
                .forEach(each -> text.append(
                        String.format("    final %1$s %2$s = new %1$s(this);\n", each.type(), each.field())));
        text.append("\n    /** Returns the settings. */\n    public static Settings settings() {\n");
        text.append("        return new ").append(main).append("().make();\n    }\n");
        text.append("\n    private Settings make() {\n");
        draft.units()
                .forEach(each -> text.append("        ").append(each.field()).append(".fill();\n"));
        String tops =
                draft.tops().stream().map(each -> each.field() + ".project").collect(Collectors.joining(", "));
        text.append("        return Settings.of(").append(tops).append(")");
        text.append(
                profile == SchemaProfile.V2021_1 ? ";\n    }\n" : ".profile(SchemaProfile." + profile + ");\n    }\n");
        text.append("\n    /** Runs a command on them. */\n    public static void main(String[] arguments) {\n");
        text.append("        CommandLine.of(").append(main).append("::settings).main(arguments);\n");
        return text.append("    }\n}\n").toString();
    }

    private void project(Unit unit) {
        Set<String> imports = new TreeSet<>(Set.of(Project.class.getName()));
        imports.addAll(unit.made().imports());
        StringBuilder text = new StringBuilder("/** The project " + unit.id() + ". */\n");
        text.append("final class ").append(unit.type()).append(" {\n");
        boolean below = unit.made().text().startsWith("all.");
        text.append(below ? "" : "    final Project project = " + unit.made().text() + ";\n");
        text.append(below ? "    final Project project;\n" : "");
        text.append("    private final ").append(main).append(" all;\n");
        unit.members()
                .forEach(each -> text.append("    final ")
                        .append(each.made().value().getClass().getSimpleName())
                        .append(" ")
                        .append(each.field())
                        .append(";\n"));
        text.append("\n    ").append(unit.type()).append("(").append(main).append(" all) {\n        this.all = all;\n");
        text.append(below ? "        project = " + unit.made().text() + ";\n" : "");
        for (Member each : unit.members()) {
            imports.add(each.made().value().getClass().getName());
            imports.addAll(each.made().imports());
            text.append(Code.indented(each.field() + " = " + each.made().text() + ";", 8))
                    .append("\n");
        }
        text.append("    }\n").append(methods(unit, imports)).append("}\n");
        file(unit.type(), imports, text.toString());
    }

    private String methods(Unit unit, Set<String> imports) {
        Map<String, String> bodies = new LinkedHashMap<>();
        Identifiers names = new Identifiers(NO_METHODS);
        methods("describe", names, "project", unit.script(), imports, bodies);
        unit.members().forEach(each -> methods(each.field(), names, each.field(), each.script(), imports, bodies));
        String calls = bodies.keySet().stream()
                .map(each -> "        " + each + "();\n")
                .collect(Collectors.joining());
        StringBuilder text = new StringBuilder("\n    void fill() {\n" + calls + "    }\n");
        bodies.forEach((name, body) -> text.append("\n    private void ")
                .append(name)
                .append("() {\n")
                .append(Code.indented(body, 8))
                .append("\n    }\n"));
        return text.toString();
    }

    private static void methods(
            String wanted,
            Identifiers names,
            String subject,
            Script script,
            Set<String> imports,
            Map<String, String> bodies) {
        Map<Topic, List<String>> byTopic = new TreeMap<>();
        for (Script.Line each : script.lines()) {
            imports.addAll(each.call().imports());
            byTopic.computeIfAbsent(each.topic(), topic -> new ArrayList<>())
                    .add(each.call().text());
        }
        boolean isLong = lines(byTopic.values()) > LINES;
        Map<String, List<String>> methods = new LinkedHashMap<>();
        byTopic.forEach(
                (topic, calls) -> methods.computeIfAbsent(isLong ? topic.suffix() : "", each -> new ArrayList<>())
                        .addAll(calls));
        methods.forEach(
                (suffix, calls) -> bodies.put(names.variable(wanted + suffix), Code.chain(subject, calls) + ";"));
    }

    private static long lines(Collection<List<String>> calls) {
        return calls.stream().flatMap(List::stream).flatMap(String::lines).count();
    }

    private void file(String type, Set<String> imports, String body) {
        String named = imports.stream().map(each -> "import " + each + ";\n").collect(Collectors.joining());
        String start = packageName.isEmpty() ? "" : "package " + packageName + ";\n\n";
        String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
        files.put(folder + type + ".java", start + named + "\n" + body);
    }
}
