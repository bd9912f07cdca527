package org.ecsdelivery.sandbox.teamcity.web;

/** A form was sent that no page of this server makes. */
final class BadRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRequestException(String message, Throwable cause) {
        super(message, cause);
    }
}
