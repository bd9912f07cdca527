package org.ecsdelivery.sandbox.teamcity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import jetbrains.buildServer.messages.Status;
import jetbrains.buildServer.util.PasswordReplacer;

/** The build log: keeps every line and passes it on at once, passwords masked. */
final class BuildLog {
    private final Clock clock;
    private final PasswordReplacer passwords;
    private final LogListener listener;
    private final List<LogLine> lines = new ArrayList<>();
    private boolean cutOff;

    BuildLog(Clock clock, PasswordReplacer passwords, LogListener listener) {
        this.clock = clock;
        this.passwords = passwords;
        this.listener = listener;
    }

    /** Nothing that the agent writes gets here any more. */
    synchronized void cutOff() {
        cutOff = true;
    }

    /** Takes a line of the server itself. */
    synchronized void fromServer(String text, Status status) {
        keep(0, LogLine.Kind.MESSAGE, status, text);
    }

    synchronized void write(int depth, LogLine.Kind kind, Status status, String text) {
        if (!cutOff) {
            keep(depth, kind, status, text);
        }
    }

    private void keep(int depth, LogLine.Kind kind, Status status, String text) {
        LogLine line = new LogLine(clock.instant(), depth, kind, status, passwords.replacePasswords(text));
        lines.add(line);
        listener.line(line);
    }

    synchronized List<LogLine> lines() {
        return List.copyOf(lines);
    }
}
