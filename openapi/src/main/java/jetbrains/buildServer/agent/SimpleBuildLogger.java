package jetbrains.buildServer.agent;

import jetbrains.buildServer.messages.Status;

/** Writes to the build log; service messages in the text are obeyed. */
public interface SimpleBuildLogger {
    void message(String message);

    void message(String message, Status status);

    void error(String message);

    void warning(String message);

    void exception(Throwable exception);

    void progressMessage(String message);
}
