package org.ecsdelivery.dsl.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A Java expression together with what it is worth, so that what is proposed has been tried.
 *
 * @param value what the expression gives
 * @param text the expression
 * @param imports the classes that it names
 */
record Code(Object value, String text, Set<String> imports) {
    private static final int WIDTH = 90;
    private static final int PIECE = 16_000;

    Code {
        imports = Set.copyOf(imports);
    }

    static Code of(String value) {
        if (value.length() > PIECE) {
            return new Code(value, joined(value), Set.of());
        }
        return new Code(value, fitsBlock(value) ? block(value) : quoted(value), Set.of());
    }

    static Code of(int value) {
        return new Code(value, Integer.toString(value), Set.of());
    }

    static Code of(boolean value) {
        return new Code(value, Boolean.toString(value), Set.of());
    }

    static Code of(Enum<?> value) {
        Class<?> type = value.getDeclaringClass();
        return new Code(value, name(type) + "." + value.name(), Set.of(imported(type)));
    }

    static List<Code> texts(Collection<String> values) {
        return values.stream().map(Code::of).toList();
    }

    /** Returns each line of a text. */
    static List<Code> lines(String text) {
        return texts(List.of(text.split("\n", -1)));
    }

    static Set<String> imports(Collection<Code> codes) {
        if (codes.stream().allMatch(each -> each.imports.isEmpty())) {
            return Set.of();
        }
        Set<String> all = new TreeSet<>();
        codes.forEach(each -> all.addAll(each.imports));
        return all;
    }

    /** Returns the name that code calls a class by. */
    static String name(Class<?> type) {
        return type.getEnclosingClass() == null
                ? type.getSimpleName()
                : name(type.getEnclosingClass()) + "." + type.getSimpleName();
    }

    static String imported(Class<?> type) {
        return type.getEnclosingClass() == null ? type.getName() : imported(type.getEnclosingClass());
    }

    /** Returns arguments in brackets, each on its own line when they are long. */
    static String arguments(List<Code> arguments) {
        String line = arguments.stream().map(Code::text).collect(Collectors.joining(", "));
        if (arguments.size() < 2 || (line.length() <= WIDTH && line.indexOf('\n') < 0)) {
            return "(" + line + ")";
        }
        return "("
                + arguments.stream().map(each -> "\n" + indented(each.text, 8)).collect(Collectors.joining(","))
                + ")";
    }

    /** Returns a first expression with calls on it, each on its own line when they are long. */
    static String chain(String head, List<String> calls) {
        String line = head + String.join("", calls);
        if (line.length() <= WIDTH && line.indexOf('\n') < 0) {
            return line;
        }
        return head + calls.stream().map(each -> "\n" + indented(each, 8)).collect(Collectors.joining());
    }

    static String indented(String text, int columns) {
        return text.lines()
                .map(line -> line.isEmpty() ? line : " ".repeat(columns) + line)
                .collect(Collectors.joining("\n"));
    }

    /** A class file holds no longer constant than 65535 bytes, and the compiler joins what is added. */
    private static String joined(String value) {
        List<Code> pieces = new ArrayList<>();
        pieces.add(of(""));
        int start = 0;
        while (start < value.length()) {
            int end = Math.min(value.length(), start + PIECE);
            end = end < value.length() && Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end;
            pieces.add(new Code("", quoted(value.substring(start, end)), Set.of()));
            start = end;
        }
        return "String.join" + arguments(pieces);
    }

    /** A text block loses white space at the end of a line, unless it is escaped, and there are escapes for that of ASCII only. */
    private static boolean fitsBlock(String value) {
        return value.indexOf('\n') >= 0
                && value.indexOf('\n') < value.length() - 1
                && value.codePoints().noneMatch(each -> each > 0x7e && Character.isWhitespace(each));
    }

    private static String block(String value) {
        StringBuilder text = new StringBuilder("\"\"\"\n");
        List<String> lines = List.of(value.split("\n", -1));
        boolean ends = lines.get(lines.size() - 1).isEmpty();
        List<String> shown = ends ? lines.subList(0, lines.size() - 1) : lines;
        for (int i = 0; i < shown.size(); i++) {
            text.append(blockLine(shown.get(i)));
            text.append(i < shown.size() - 1 || ends ? "\n" : "\\\n");
        }
        return text.append("\"\"\"").toString();
    }

    private static String blockLine(String line) {
        String escaped = escaped(line).replace("\\\"", "\"").replace("\"\"\"", "\\\"\"\"");
        return escaped.endsWith(" ") ? escaped.substring(0, escaped.length() - 1) + "\\s" : escaped;
    }

    private static String quoted(String value) {
        return '"' + escaped(value) + '"';
    }

    private static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        value.codePoints().forEach(each -> text.append(escaped(each)));
        return text.toString();
    }

    private static String escaped(int character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                character < ' '
                        ? String.format("\\%03o", character)
                        : character < 0x7f ? Character.toString(character) : unicode(character);
        };
    }

    private static String unicode(int character) {
        return Character.toString(character)
                .chars()
                .mapToObj(each -> String.format("\\u%04x", each))
                .collect(Collectors.joining());
    }
}
