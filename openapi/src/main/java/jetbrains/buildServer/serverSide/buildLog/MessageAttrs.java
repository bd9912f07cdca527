package jetbrains.buildServer.serverSide.buildLog;

import org.jetbrains.annotations.NotNull;

/** What else is said of a message in a build log. */
public class MessageAttrs {
    private MessageAttrs() {}

    @NotNull
    public static MessageAttrs serverMessage() {
        return new MessageAttrs();
    }
}
