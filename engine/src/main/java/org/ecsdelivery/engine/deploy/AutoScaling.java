package org.ecsdelivery.engine.deploy;

import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.ServiceParameters;
import org.ecsdelivery.engine.ecs.ScalingApi;

/** Looks whether Application Auto Scaling sets the desired count that the step sets too. */
final class AutoScaling {
    private final ScalingApi scaling;
    private final Checks checks;

    AutoScaling(ScalingApi scaling, Checks checks) {
        this.scaling = scaling;
        this.checks = checks;
    }

    void check(DeploySettings settings) {
        settings.serviceChanges()
                .desired()
                .ifPresent(count -> checks.advise(
                        "Whether Application Auto Scaling sets the desired count of the service, and so may change it"
                                + " again at once, was not checked",
                        () -> scaling.range(settings.cluster(), settings.service())
                                .map(range -> warning(count, range))));
    }

    private static String warning(int count, ScalingApi.Range range) {
        String named = ServiceParameters.DESIRED.label() + " (" + ServiceParameters.DESIRED.name() + ")";
        return named + " is " + count + ", but Application Auto Scaling keeps the desired count of the service between "
                + range.minimum() + " and " + range.maximum() + (range.holds(count) ? ", and may" : ", so it will")
                + " change it again. Leave " + named + " empty, or change the minimum and maximum capacity of the"
                + " scalable target.";
    }
}
