package org.ecsdelivery.sandbox.teamcity.web;

/** A page was asked for something that is not there. */
final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotFoundException(String message) {
        super(message);
    }
}
