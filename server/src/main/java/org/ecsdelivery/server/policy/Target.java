package org.ecsdelivery.server.policy;

import java.util.Optional;
import org.ecsdelivery.common.policy.Place;

/**
 * A service as the settings of a step tell it, before anybody has asked AWS.
 *
 * @param place cluster and service
 * @param account the account, where it is known
 * @param region the Region, where it is known
 * @param endpoint the address besides AWS's own, where there is one
 */
record Target(Place place, Optional<String> account, Optional<String> region, Optional<String> endpoint) {
    /** Tells whether the other may be the same service: what one of them does not tell may be what the other tells. */
    boolean mayBe(Target other) {
        return place.equals(other.place)
                && agree(account, other.account)
                && agree(region, other.region)
                && endpoint.equals(other.endpoint);
    }

    private static boolean agree(Optional<String> one, Optional<String> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }
}
