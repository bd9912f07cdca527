package org.ecsdelivery.server.access;

/** A connection gives no credentials; the message tells why in words for whoever set the step up. */
final class ConnectionRefused extends Exception {
    private static final long serialVersionUID = 1L;

    ConnectionRefused(String message) {
        super(message);
    }
}
