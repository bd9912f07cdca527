package org.ecsdelivery.server.health;

import java.util.Map;
import java.util.stream.Stream;

/** Looks at the settings of one step or feature, references unresolved; asks nobody, so that a scan of a thousand takes no time. */
@FunctionalInterface
interface RiskRule {
    Stream<Risk> in(Map<String, String> settings, Surroundings around);
}
