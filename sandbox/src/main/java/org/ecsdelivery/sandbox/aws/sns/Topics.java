package org.ecsdelivery.sandbox.aws.sns;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The topics of the account, each with how many have agreed to hear of it. */
public final class Topics {
    private final Map<String, Integer> confirmed = new LinkedHashMap<>();

    /** Makes a topic, or changes how many have agreed to hear of it. */
    public synchronized void put(String arn, int subscribers) {
        confirmed.put(arn, subscribers);
    }

    /** Has a topic go. */
    public synchronized void remove(String arn) {
        confirmed.remove(arn);
    }

    synchronized Optional<Integer> confirmed(String arn) {
        return Optional.ofNullable(confirmed.get(arn));
    }
}
