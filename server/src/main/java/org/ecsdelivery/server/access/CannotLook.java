package org.ecsdelivery.server.access;

/** The server cannot look at AWS as the step would; the message tells why and what to do instead. */
final class CannotLook extends Exception {
    private static final long serialVersionUID = 1L;

    CannotLook(String message) {
        super(message);
    }
}
