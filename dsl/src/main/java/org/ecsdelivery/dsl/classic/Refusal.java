package org.ecsdelivery.dsl.classic;

/** Why something stays as it is; never with a value in it that may be a secret. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
