package org.ecsdelivery.dsl.command;

/** A server that did not do what it was asked for, or nobody knows whether it did. */
final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    private NoAnswer(String message, boolean passing) {
        super(message);
        this.passing = passing;
    }

    static NoAnswer of(String message) {
        return new NoAnswer(message, false);
    }

    /** Returns one that may be another answer in a moment. */
    static NoAnswer forNow(String message) {
        return new NoAnswer(message, true);
    }

    boolean isPassing() {
        return passing;
    }
}
