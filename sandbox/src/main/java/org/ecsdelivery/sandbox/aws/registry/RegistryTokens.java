package org.ecsdelivery.sandbox.aws.registry;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The passwords this registry takes, and until when. */
public final class RegistryTokens {

    /** ECR's tokens live twelve hours (GetAuthorizationToken in the ECR API reference). */
    public static final Duration LIFETIME = Duration.ofHours(12);

    private static final int PASSWORD_BYTES = 96;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

    RegistryTokens(InstantSource clock) {
        this.clock = clock;
    }

    /** Issues a new token; the ones issued before stay valid. */
    public AuthorizationToken issue() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expiresAt = clock.instant().plus(LIFETIME);
        expiries.put(password, expiresAt);
        return new AuthorizationToken(password, expiresAt);
    }

    /** Makes every token issued so far expired; a token issued afterwards is good. */
    public void expireAll() {
        Instant now = clock.instant();
        expiries.replaceAll((password, expiresAt) -> expiresAt.isBefore(now) ? expiresAt : now);
    }

    boolean knows(String password) {
        return expiries.containsKey(password);
    }

    boolean hasExpired(String password) {
        return !clock.instant().isBefore(expiries.getOrDefault(password, Instant.MIN));
    }
}
