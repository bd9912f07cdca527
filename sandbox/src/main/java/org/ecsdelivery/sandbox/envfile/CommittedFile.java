package org.ecsdelivery.sandbox.envfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An env file that somebody has committed.
 *
 * @param environment the environment it is of
 * @param path where it lies
 * @param values the values by name, in its order
 * @param comments what stands above a name
 */
record CommittedFile(String environment, String path, Map<String, String> values, Map<String, List<String>> comments) {
    private static final Pattern ASSIGNMENT =
            Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\\s*=[ \\t]*(.*)", Pattern.DOTALL);

    /**
     * Reads a file.
     *
     * @param raw whether its reader takes quotes for a part of the value, as docker and ECS do
     * @throws IllegalArgumentException when a line is none of an env file; it names the line, never its text
     */
    static CommittedFile parse(String environment, String path, String text, boolean raw) {
        CommittedFile file = new CommittedFile(environment, path, new LinkedHashMap<>(), new LinkedHashMap<>());
        List<String> comments = new ArrayList<>();
        String[] lines = text.replace("\r\n", "\n").split("\n", -1);
        for (int at = 0; at < lines.length; at++) {
            String line = lines[at].strip();
            if (line.startsWith("#")) {
                comments.add(line);
            } else if (!line.isEmpty()) {
                at = file.assign(lines, at, raw);
                file.comments.put(file.last(), List.copyOf(comments));
                comments.clear();
            }
        }
        return file;
    }

    /** Returns the value of a name, which is empty where the file has not got it. */
    String value(String name) {
        return values.getOrDefault(name, "");
    }

    private String last() {
        return List.copyOf(values.keySet()).get(values.size() - 1);
    }

    /** Reads the assignment that begins in a line, and returns the line in which it ends. */
    private int assign(String[] lines, int at, boolean raw) {
        Matcher matcher = ASSIGNMENT.matcher(lines[at]);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(path + ", line " + (at + 1) + ": neither NAME=value nor a comment");
        }
        String name = matcher.group(1);
        String rest = matcher.group(2);
        values.remove(name);
        if (raw || rest.isEmpty() || "'\"`".indexOf(rest.charAt(0)) < 0) {
            values.put(name, raw ? lines[at].substring(lines[at].indexOf('=') + 1) : bare(rest));
            return at;
        }
        StringBuilder quoted = new StringBuilder(rest);
        int end = at;
        while (closing(quoted) < 0) {
            if (++end == lines.length) {
                throw new IllegalArgumentException(path + ", line " + (at + 1) + ": the quote is not closed");
            }
            quoted.append('\n').append(lines[end]);
        }
        String inner = quoted.substring(1, closing(quoted));
        values.put(name, quoted.charAt(0) == '"' ? unescaped(inner) : inner);
        return end;
    }

    private static int closing(CharSequence text) {
        for (int at = 1; at < text.length(); at++) {
            if (text.charAt(at) == '\\' && text.charAt(0) == '"') {
                at++;
            } else if (text.charAt(at) == text.charAt(0)) {
                return at;
            }
        }
        return -1;
    }

    private static String bare(String rest) {
        Matcher comment = Pattern.compile("(^|\\s)#").matcher(rest);
        return (comment.find() ? rest.substring(0, comment.start()) : rest).strip();
    }

    private static String unescaped(String text) {
        StringBuilder value = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            int escape =
                    text.charAt(at) == '\\' && at + 1 < text.length() ? "nrt\\\"$".indexOf(text.charAt(at + 1)) : -1;
            value.append(escape < 0 ? text.charAt(at) : "\n\r\t\\\"$".charAt(escape));
            at += escape < 0 ? 0 : 1;
        }
        return value.toString();
    }
}
