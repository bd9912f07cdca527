package jetbrains.buildServer.serverSide.buildLog;

import jetbrains.buildServer.messages.Status;
import org.jetbrains.annotations.NotNull;

/** Writes to the log of a running build. */
public interface BuildLogWriter {
    void messageAsync(@NotNull String message, @NotNull Status status, @NotNull MessageAttrs attrs);
}
