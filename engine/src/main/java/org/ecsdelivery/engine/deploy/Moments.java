package org.ecsdelivery.engine.deploy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The clock of one deployment.
 *
 * @param clock tells the time
 * @param started when the deployment began, by that clock
 */
record Moments(InstantSource clock, Instant started) {
    Instant now() {
        return clock.instant();
    }

    Duration sinceStart() {
        return since(started);
    }

    Duration since(Instant moment) {
        return Duration.between(moment, now());
    }
}
