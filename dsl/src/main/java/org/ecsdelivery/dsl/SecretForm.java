package org.ecsdelivery.dsl;

import java.util.regex.Pattern;

/** The two forms in which settings may hold a secret; the secret itself would be readable by everybody who reads the repository. */
final class SecretForm {
    private static final Pattern TOKEN_OR_REFERENCE = Pattern.compile("credentialsJSON:[\\w-]+|%[^%\\s]+%");

    private SecretForm() {}

    /** Refuses a secret in plain text; the message never quotes it. */
    static void require(String label, String name, String value) {
        if (name.startsWith("secure:") && !TOKEN_OR_REFERENCE.matcher(value).matches()) {
            throw new IllegalArgumentException(label
                    + ": the value is neither a token nor a reference, so the secret itself would stand in the settings."
                    + " Enter a token (credentialsJSON:..., which TeamCity makes under Versioned Settings, Tokens) or a"
                    + " reference to a password parameter (%deploy.secret%).");
        }
    }
}
