package org.ecsdelivery.server.health;

import static org.ecsdelivery.common.settings.DeployParameters.SERVICE;

import java.util.Map;
import java.util.stream.Stream;
import jetbrains.buildServer.serverSide.healthStatus.ItemSeverity;

/** A configuration that deploys to a protected service and lets anybody's unreviewed changes run beside its credentials. */
final class PersonalBuilds implements RiskRule {
    @Override
    public Stream<Risk> in(Map<String, String> settings, Surroundings around) {
        if (!around.personalBuilds() || !new DeployTarget(settings, around.resolve()).isProtected(around.names())) {
            return Stream.empty();
        }
        return Stream.of(new Risk(
                ItemSeverity.INFO,
                SERVICE,
                "deploys to a protected service in a build configuration that may run as a personal build",
                "This step refuses to deploy what nobody has reviewed, but the other steps of a personal build run such"
                        + " changes with the same credentials.",
                "Switch off 'allow triggering personal builds' in the general settings of the build configuration."));
    }
}
