package org.ecsdelivery.sandbox.aws.registry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * A password for the registry, as GetAuthorizationToken hands it out.
 *
 * @param password what follows {@code AWS:} in the Basic credentials
 * @param expiresAt when the registry stops taking it, by the sandbox's clock
 */
public record AuthorizationToken(String password, Instant expiresAt) {

    /** The only user name ECR knows. */
    public static final String USER = "AWS";

    /** Writes user and password as ECR's API carries them: base64 of {@code AWS:password}. */
    public String encoded() {
        return Base64.getEncoder().encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "AuthorizationToken[***, expiresAt=" + expiresAt + "]";
    }
}
