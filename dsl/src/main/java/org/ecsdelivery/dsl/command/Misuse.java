package org.ecsdelivery.dsl.command;

/** A command that cannot be run the way it was called. */
final class Misuse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misuse(String message) {
        super(message);
    }
}
