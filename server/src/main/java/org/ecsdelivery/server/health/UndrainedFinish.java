package org.ecsdelivery.server.health;

import static org.ecsdelivery.common.settings.DeployParameters.FINISH_LEVEL;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jetbrains.buildServer.serverSide.healthStatus.ItemSeverity;
import org.ecsdelivery.common.settings.FinishLevel;

/** A deployment of a protected service that counts as finished while old tasks still serve. */
final class UndrainedFinish implements RiskRule {
    private static final Set<String> EARLY = Set.of(FinishLevel.LIVE.name(), FinishLevel.DEPLOYED.name());

    @Override
    public Stream<Risk> in(Map<String, String> settings, Surroundings around) {
        String level = around.resolve()
                .apply(settings.getOrDefault(FINISH_LEVEL.name(), ""))
                .strip()
                .toUpperCase(Locale.ROOT);
        if (!EARLY.contains(level) || !new DeployTarget(settings, around.resolve()).isProtected(around.names())) {
            return Stream.empty();
        }
        return Stream.of(new Risk(
                ItemSeverity.INFO,
                FINISH_LEVEL,
                "finishes at " + level + ", before the old tasks of a protected service are drained",
                "Behind a load balancer, old tasks still answer when the build is green: what comes next meets both"
                        + " versions.",
                "Choose DRAINED, unless the service has no load balancer or what follows can do with both versions."));
    }
}
