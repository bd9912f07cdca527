package org.ecsdelivery.sandbox.aws.front;

/** A refusal as real AWS words it: error code, HTTP status and message. */
public final class AwsError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final int status;

    /** Makes an error with the code the SDKs map to an exception type, as in {@code ClusterNotFoundException}. */
    public AwsError(String code, int status, String message) {
        super(message);
        this.code = code;
        this.status = status;
    }

    /** Makes an error of the caller: HTTP status 400. */
    public static AwsError client(String code, String message) {
        return new AwsError(code, 400, message);
    }

    /** Answers the error code. */
    public String code() {
        return code;
    }

    /** Answers the HTTP status. */
    public int status() {
        return status;
    }

    /** Answers the message as it goes over the wire. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
