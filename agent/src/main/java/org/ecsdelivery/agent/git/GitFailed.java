package org.ecsdelivery.agent.git;

import java.util.List;

/** The {@code git} command does not tell what it was asked. */
final class GitFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final String command;

    GitFailed(List<String> arguments, String cause) {
        super(cause);
        this.command = "git " + String.join(" ", arguments);
    }

    /** Returns the command that failed. */
    String command() {
        return command;
    }

    String cause() {
        return String.valueOf(getMessage());
    }
}
