package org.ecsdelivery.dsl;

/**
 * A secret as settings may hold it: never itself, only where it is kept.
 *
 * @param form the token or the reference
 */
public record Secret(String form) {
    /** Refuses the secret itself. */
    public Secret {
        SecretForm.require("Secret", "secure:", form);
    }

    /** Returns the secret of a token, which TeamCity makes under Versioned Settings, Tokens; with {@code credentialsJSON:} or without. */
    public static Secret token(String token) {
        return new Secret(token.startsWith("credentialsJSON:") ? token : "credentialsJSON:" + token);
    }

    /** Returns the secret of a password parameter or of a vault, such as {@code %vault:ci/git!/password%}. */
    public static Secret reference(String reference) {
        return new Secret(reference);
    }

    @Override
    public String toString() {
        return form;
    }
}
