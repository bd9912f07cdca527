package org.ecsdelivery.docker.buildkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Dockerfile as far as one must read it to know who can build it (Dockerfile reference, "Format" and "Parser directives"):
 * what stands in the first lines, and instructions with their lines joined.
 *
 * @param directives values by name, such as {@code syntax}
 * @param instructions the instructions in order
 */
record DockerfileLines(Map<String, Directive> directives, List<Instruction> instructions) {
    private static final Pattern DIRECTIVE = Pattern.compile("^#\\s*([A-Za-z]\\w*)\\s*=\\s*(.+?)\\s*$");

    /**
     * A parser directive.
     *
     * @param line its number, from 1
     * @param value what follows the equals sign
     */
    record Directive(int line, String value) {}

    /**
     * An instruction.
     *
     * @param line the number of its first line, from 1
     * @param word what it begins with, in capital letters
     * @param rest what follows, without the marks that join lines
     */
    record Instruction(int line, String word, String rest) {}

    static DockerfileLines of(String dockerfile) {
        List<String> lines = (dockerfile.startsWith("\uFEFF") ? dockerfile.substring(1) : dockerfile)
                .lines()
                .toList();
        Map<String, Directive> directives = directives(lines);
        Directive escape = directives.getOrDefault("escape", new Directive(0, "\\"));
        return new DockerfileLines(directives, instructions(lines, escape.value()));
    }

    private static Map<String, Directive> directives(List<String> lines) {
        Map<String, Directive> directives = new LinkedHashMap<>();
        for (int at = 0; at < lines.size(); at++) {
            Matcher directive = DIRECTIVE.matcher(lines.get(at));
            if (!directive.matches()) {
                break;
            }
            directives.put(directive.group(1).toLowerCase(Locale.ROOT), new Directive(at + 1, directive.group(2)));
        }
        return directives;
    }

    /** Comments and empty lines between joined lines are passed over, as Docker does. */
    private static List<Instruction> instructions(List<String> lines, String escape) {
        List<Instruction> instructions = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int begin = 0;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            begin = text.length() == 0 ? at + 1 : begin;
            if (line.endsWith(escape)) {
                text.append(line, 0, line.length() - escape.length()).append(' ');
            } else {
                instructions.add(instruction(begin, text.append(line).toString()));
                text.setLength(0);
            }
        }
        return instructions;
    }

    private static Instruction instruction(int line, String text) {
        String[] parts = text.strip().split("\\s+", 2);
        return new Instruction(line, parts[0].toUpperCase(Locale.ROOT), parts.length > 1 ? parts[1] : "");
    }
}
