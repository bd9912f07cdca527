package org.ecsdelivery.engine.share;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Gives every call the moment at which it may be made, first come, first served. */
final class TokenBucket {
    private final InstantSource clock;
    private final double burst;
    private final double perSecond;
    private double tokens;
    private Instant filledAt;

    TokenBucket(InstantSource clock, CallRate rate) {
        this.clock = clock;
        this.burst = rate.ourBurst();
        this.perSecond = rate.oursPerSecond();
        this.tokens = burst;
        this.filledAt = clock.instant();
    }

    /** Takes a token that is there, or the next that will be and is nobody's yet; returns when that is. */
    synchronized Instant take() {
        fill();
        tokens--;
        return tokens >= 0 ? filledAt : filledAt.plusMillis((long) Math.ceil(-tokens / perSecond * 1000));
    }

    /** Forgets what is saved, for others have used it up. */
    synchronized void empty() {
        fill();
        tokens = Math.min(tokens, 0);
    }

    private void fill() {
        Instant now = clock.instant();
        double seconds = Math.max(0, Duration.between(filledAt, now).toMillis() / 1000.0);
        tokens = Math.min(burst, tokens + seconds * perSecond);
        filledAt = now;
    }
}
