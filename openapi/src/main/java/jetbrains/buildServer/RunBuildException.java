package jetbrains.buildServer;

import java.io.IOException;

/** Ends a step that cannot go on; the message becomes a build problem. */
public class RunBuildException extends Exception {
    private static final long serialVersionUID = 1L;

    private String errorType;
    private boolean logStacktrace = true;

    public RunBuildException(String message) {
        super(message);
    }

    public RunBuildException(String message, Throwable cause) {
        super(message, cause);
    }

    public RunBuildException(String message, Throwable cause, String errorType) {
        super(message, cause);
        this.errorType = errorType;
    }

    public RunBuildException(IOException cause) {
        super(cause);
    }

    public RunBuildException(Throwable cause) {
        super(cause);
    }

    public boolean isLogStacktrace() {
        return logStacktrace;
    }

    public void setLogStacktrace(boolean logStacktrace) {
        this.logStacktrace = logStacktrace;
    }

    public String getErrorType() {
        return errorType;
    }

    public void setErrorType(String errorType) {
        this.errorType = errorType;
    }
}
