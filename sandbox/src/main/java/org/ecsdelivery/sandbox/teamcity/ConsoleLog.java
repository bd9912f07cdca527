package org.ecsdelivery.sandbox.teamcity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jetbrains.buildServer.messages.Status;

/** Prints a build log as a person sees it in TeamCity: time, severity, indentation by block. */
public final class ConsoleLog implements LogListener {
    private final Appendable out;
    private final DateTimeFormatter time;

    /** Prints to the given place with times of the given zone. */
    public ConsoleLog(Appendable out, ZoneId zone) {
        this.out = out;
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    @Override
    public void line(LogLine line) {
        if (line.kind() == LogLine.Kind.BLOCK_CLOSED) {
            return;
        }
        try {
            String start =
                    "[" + time.format(line.time()) + "]" + severity(line.status()) + " " + "  ".repeat(line.depth());
            for (String text : line.text().split("\\R", -1)) {
                out.append(start).append(text).append('\n');
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String severity(Status status) {
        if (status.isFailed()) {
            return "E:";
        }
        return status == Status.WARNING ? "W:" : " :";
    }
}
