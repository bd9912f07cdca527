package org.ecsdelivery.server.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers names for a minute, so that whoever goes from field to field does not ask AWS each time; and never many. */
final class RecentOffers {
    static final Duration LIFE = Duration.ofMinutes(1);
    private static final int MOST = 100;

    private record Offer(List<String> names, Instant end) {}

    private final InstantSource clock;
    private final Map<String, Offer> offers = new LinkedHashMap<>();

    RecentOffers(InstantSource clock) {
        this.clock = clock;
    }

    synchronized Optional<List<String>> find(String question) {
        return Optional.ofNullable(offers.get(question))
                .filter(offer -> clock.instant().isBefore(offer.end()))
                .map(Offer::names);
    }

    synchronized void put(String question, List<String> names) {
        Instant now = clock.instant();
        offers.values().removeIf(offer -> !now.isBefore(offer.end()));
        if (offers.size() >= MOST) {
            offers.remove(offers.keySet().iterator().next());
        }
        offers.put(question, new Offer(List.copyOf(names), now.plus(LIFE)));
    }
}
