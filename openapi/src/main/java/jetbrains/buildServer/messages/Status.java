package jetbrains.buildServer.messages;

import java.io.Serializable;
import org.jetbrains.annotations.NotNull;

/** How bad a line of the build log, or a build, is. */
public final class Status implements Serializable {
    public static final Status UNKNOWN = new Status("UNKNOWN", 0);
    public static final Status NORMAL = new Status("NORMAL", 1);
    public static final Status WARNING = new Status("WARNING", 2);
    public static final Status FAILURE = new Status("FAILURE", 3);
    public static final Status ERROR = new Status("ERROR", 4);

    private static final long serialVersionUID = 1L;

    private final String text;
    private final byte priority;

    private Status(String text, int priority) {
        this.text = text;
        this.priority = (byte) priority;
    }

    @NotNull
    public String getText() {
        return text;
    }

    public byte getPriority() {
        return priority;
    }

    public boolean above(@NotNull Status other) {
        return priority > other.priority;
    }

    public boolean isFailed() {
        return above(WARNING);
    }

    public boolean isSuccessful() {
        return this == NORMAL || this == WARNING;
    }

    @Override
    public String toString() {
        return text;
    }

    private Object readResolve() {
        return switch (text) {
            case "NORMAL" -> NORMAL;
            case "WARNING" -> WARNING;
            case "FAILURE" -> FAILURE;
            case "ERROR" -> ERROR;
            default -> UNKNOWN;
        };
    }
}
