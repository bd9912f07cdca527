package org.ecsdelivery.server.policy;

import java.util.stream.Collectors;
import org.ecsdelivery.common.policy.EffectivePolicy;
import org.ecsdelivery.common.policy.OneAtATime;
import org.ecsdelivery.common.policy.Place;

/** What several messages say in the same words. */
final class Words {
    private Words() {}

    /** Names the policies that say of the place what counts for it. */
    static String source(EffectivePolicy policy, Place place, OneAtATime rule) {
        return policy.protecting(place).stream()
                .filter(each -> each.policy().oneAtATime() == rule)
                .map(each -> each.source().toString())
                .collect(Collectors.joining(" and "));
    }
}
