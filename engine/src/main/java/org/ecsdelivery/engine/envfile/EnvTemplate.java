package org.ecsdelivery.engine.envfile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/**
 * A committed template of an env file: names in their order, comments, defaults, <code>${NAME}</code>,
 * <code>${NAME:-default}</code> and, for what must be there, <code>${NAME:?message}</code> as shells and Docker Compose have it, or
 * the comment {@code # required} behind the value.
 */
public final class EnvTemplate {
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\\s*=(.*)", Pattern.DOTALL);
    private static final Pattern REQUIRED = Pattern.compile("\\s*required\\b.*", Pattern.CASE_INSENSITIVE);

    private final String path;
    private final List<TemplateLine> lines = new ArrayList<>();
    private final Map<String, TemplateVariable> variables = new LinkedHashMap<>();

    private EnvTemplate(String path) {
        this.path = path;
    }

    /**
     * Reads a template.
     *
     * @param path what messages call it
     * @throws EngineException when it is not UTF-8, or a line is of no known form; it names every such line
     */
    public static EnvTemplate parse(String path, byte[] bytes) {
        EnvTemplate template = new EnvTemplate(path);
        List<String> wrong = new ArrayList<>();
        String[] lines = decoded(path, bytes).split("\r\n|\n|\r", -1);
        int count = lines[lines.length - 1].isEmpty() ? lines.length - 1 : lines.length;
        for (int at = 0; at < count; at++) {
            try {
                template.add(lines[at].strip(), at + 1);
            } catch (IllegalArgumentException e) {
                wrong.add("line " + (at + 1) + ": " + e.getMessage());
            }
        }
        if (!wrong.isEmpty()) {
            throw unreadable(path, String.join("; ", wrong));
        }
        return template;
    }

    /** Returns what messages call it. */
    public String path() {
        return path;
    }

    /** Returns the names in it, in its order. */
    public List<String> names() {
        return List.copyOf(variables.keySet());
    }

    List<TemplateLine> lines() {
        return lines;
    }

    Map<String, TemplateVariable> variables() {
        return variables;
    }

    private void add(String line, int number) {
        if (line.isEmpty()) {
            lines.add(TemplateLine.BLANK);
        } else if (line.startsWith("#")) {
            lines.add(new TemplateLine(Optional.of(shown(line.substring(1))), Optional.empty()));
        } else {
            assign(line, number);
        }
    }

    private void assign(String line, int number) {
        Matcher matcher = ASSIGNMENT.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("neither NAME=default nor a comment");
        }
        TemplateValue value = TemplateValue.parse(matcher.group(2).strip());
        boolean required =
                value.comment().filter(text -> REQUIRED.matcher(text).matches()).isPresent();
        TemplateVariable variable = new TemplateVariable(matcher.group(1), value.parts(), required, number);
        TemplateVariable before = variables.putIfAbsent(variable.name(), variable);
        if (before != null) {
            throw new IllegalArgumentException(variable.name() + " is already in line " + before.line());
        }
        lines.add(new TemplateLine(value.comment().map(EnvTemplate::shown), Optional.of(variable)));
    }

    /** A comment is one line to every reader: some end lines at other characters than a line feed. */
    private static String shown(String comment) {
        StringBuilder text = new StringBuilder(" ");
        comment.strip().codePoints().forEach(point -> text.appendCodePoint(breaks(point) ? ' ' : point));
        return text.toString();
    }

    private static boolean breaks(int point) {
        return Character.isISOControl(point) || point == 0x2028 || point == 0x2029;
    }

    private static String decoded(String path, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw unreadable(path, "it is not UTF-8 text");
        }
    }

    private static EngineException unreadable(String path, String why) {
        return new EngineException(
                FailureKind.ENV_TEMPLATE_UNREADABLE,
                "Template " + path + " cannot be read",
                why,
                "Correct the template.");
    }
}
