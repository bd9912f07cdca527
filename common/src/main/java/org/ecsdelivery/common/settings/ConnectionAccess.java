package org.ecsdelivery.common.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.value.AwsRegion;

/**
 * A connection of TeamCity that a step takes its credentials from. The server asks it when the build starts; the rest is empty until
 * then.
 *
 * @param id the connection's id
 * @param minutes how long the session shall last
 * @param keys what the connection gave
 * @param region its Region
 * @param end when the session ends; keys that are not temporary have no end
 * @param refusal why it gave nothing
 */
public record ConnectionAccess(
        String id,
        int minutes,
        Optional<AwsAccess.Keys> keys,
        Optional<AwsRegion> region,
        Optional<Instant> end,
        Optional<String> refusal) {
    /** Returns a connection that gave nothing. */
    public ConnectionAccess refused(String reason) {
        return new ConnectionAccess(
                id, minutes, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(reason));
    }

    /** Returns the same with an end. */
    public ConnectionAccess endingAt(Instant instant) {
        return new ConnectionAccess(id, minutes, keys, region, Optional.of(instant), refusal);
    }

    /** Returns what the server hands to the agent, as parameters of the step. */
    public Map<String, String> handedOver() {
        Map<String, String> all = new LinkedHashMap<>();
        keys.ifPresent(given -> {
            all.put(ConnectionParameters.GIVEN_KEY_ID, given.accessKeyId());
            all.put(ConnectionParameters.GIVEN_SECRET, given.secretAccessKey().reveal());
            given.sessionToken().ifPresent(token -> all.put(ConnectionParameters.GIVEN_TOKEN, token.reveal()));
        });
        region.ifPresent(given -> all.put(ConnectionParameters.GIVEN_REGION, given.value()));
        end.ifPresent(instant -> all.put(ConnectionParameters.GIVEN_END, instant.toString()));
        refusal.ifPresent(reason -> all.put(ConnectionParameters.GIVEN_REFUSAL, reason));
        return all;
    }

    /** Returns what to say to people where the session may end before the step does. */
    public Optional<String> warning(Instant now, Duration limit) {
        return end.filter(until -> now.plus(limit).isAfter(until))
                .map(until -> "The session of AWS connection '" + id + "' ends at " + until + ", in "
                        + Math.max(0, Duration.between(now, until).toMinutes()) + " min, and this step may take "
                        + limit.toMinutes() + " min. When it ends first, AWS refuses what the step asks for. Raise "
                        + ConnectionParameters.MINUTES.label() + " (" + ConnectionParameters.MINUTES.name()
                        + "), or let the step end sooner.");
    }
}
