package org.ecsdelivery.sandbox.aws.cloudformation.template;

/** What CloudFormation would say of a template, or of the values for its parameters, before it creates anything. */
public final class InvalidTemplate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidTemplate(String message) {
        super(message);
    }

    InvalidTemplate(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns what is wrong. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
