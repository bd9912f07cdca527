package org.ecsdelivery.engine.envfile.dialect;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ecsdelivery.common.settings.EnvFileDialect;

/** How variables are written for one consumer. */
public abstract class DialectRule {

    DialectRule() {}

    /** Returns the rule of a dialect. */
    public static DialectRule of(EnvFileDialect dialect) {
        return switch (dialect) {
            case DOCKER -> new RawLines("docker");
            case ECS -> new RawLines("ECS");
            case COMPOSE -> new ComposeQuotes();
            case DOTENV -> new DotenvQuotes();
            case NODE -> new NodeQuotes();
            case BASH -> new ShellQuotes();
            case SYSTEMD -> new SystemdQuotes();
            case PYTHON_DOTENV -> new PythonQuotes();
            case DOTENV_JAVA -> new JavaDotenvQuotes();
            case PROPERTIES -> new PropertiesEscapes();
            case JSON -> new JsonMembers();
        };
    }

    /**
     * Returns the text of one variable.
     *
     * @throws Inexpressible when the name or the value cannot be written
     */
    public final String entry(String name, String value) {
        check(name, "name");
        checkName(name);
        check(value, "value");
        return assignment(name, value);
    }

    /**
     * Returns a value as it is written.
     *
     * @throws Inexpressible when it cannot be
     */
    public final String value(String value) {
        check(value, "value");
        return write(value);
    }

    /** Returns a comment line of a template, or nothing where files have no comments; an empty text is a blank line. */
    public Optional<String> comment(String text) {
        return Optional.of(text.isEmpty() ? "\n" : "#" + text + "\n");
    }

    /** Returns what stands before the first variable. */
    public String opening() {
        return "";
    }

    /** Returns what stands between two variables. */
    public String between() {
        return "";
    }

    /** Returns what stands behind the file's text. */
    public String closing(CharSequence text) {
        return "";
    }

    /** Returns the value as the dialect writes it. */
    abstract String write(String value);

    /** Refuses names that the consumer would not take for a name. */
    void checkName(String name) {
        Names.dotted(name);
    }

    /** Returns the line, or lines, of one variable. */
    String assignment(String name, String value) {
        return name + "=" + write(value) + "\n";
    }

    private static void check(String text, String what) {
        if (text.indexOf('\0') >= 0) {
            throw new Inexpressible("the " + what + " has a NUL character", "encode it, such as in base64");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new Inexpressible(
                    "the " + what + " is not valid Unicode: half a surrogate pair", "encode it, such as in base64");
        }
    }
}
