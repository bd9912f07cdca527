package org.ecsdelivery.engine.deploy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.settings.OnPause;
import org.ecsdelivery.engine.ecs.ServiceDeploymentState;
import org.ecsdelivery.engine.ecs.Staging;
import org.ecsdelivery.engine.ecs.TrafficRules;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.EngineListener;

/**
 * Follows the stages and the traffic of a deployment that shifts traffic. Looks may miss stages, and a linear or canary shift
 * comes back to one, so each stage that is seen is told, whatever came before it.
 */
final class StageWatch {
    /** While ECS waits for the clock or for a person, nothing needs to be seen at once. */
    private static final Duration LEISURE = Duration.ofSeconds(10);

    private final Moments moments;
    private final OnPause onPause;
    private final EngineListener listener;
    private TrafficRules rules = TrafficRules.NONE;
    private Optional<Staging> seen = Optional.empty();
    private Instant since;

    StageWatch(Moments moments, OnPause onPause, EngineListener listener) {
        this.moments = moments;
        this.onPause = onPause;
        this.listener = listener;
        this.since = moments.started();
    }

    /** Takes ECS's record of our deployment; on the way back its stages are not those of the way there. */
    void look(ServiceDeploymentState record, TrafficRules by) {
        rules = by;
        if (!record.isRolledBack()) {
            record.staging().ifPresent(this::look);
        }
    }

    private void look(Staging now) {
        Optional<Staging> before = seen;
        seen = Optional.of(now);
        boolean newStage =
                before.filter(each -> each.stage().equals(now.stage())).isEmpty();
        if (newStage && !now.stage().isEmpty()) {
            since = moments.now();
            listener.on(new DeployEvent.StageReached(
                    now.stage(), Optional.of(rules.bake()).filter(bake -> now.bakes()), waitsForSomebody(), since));
        }
        boolean shifted = !before.flatMap(Staging::production).equals(now.production());
        if (shifted
                && now.production()
                        .filter(share -> share > 0 || before.isPresent())
                        .isPresent()) {
            listener.on(new DeployEvent.TrafficShifted(now.production().get(), moments.now()));
        }
    }

    private boolean waitsForSomebody() {
        return onPause == OnPause.WAIT && standsAtPause();
    }

    /** A hook before the shift of production traffic stands at a stage that deployments themselves may not show. */
    boolean standsAtPause() {
        String stage = stage().orElse("");
        List<String> names = stage.equals("PRODUCTION_TRAFFIC_SHIFT") || stage.equals("POST_TEST_TRAFFIC_SHIFT")
                ? List.of(stage, "PRE_PRODUCTION_TRAFFIC_SHIFT")
                : List.of(stage);
        return rules.hooks().stream()
                .filter(TrafficRules.Hook::isPause)
                .anyMatch(hook -> hook.stages().stream().anyMatch(names::contains));
    }

    /** Returns the last stage on the way there. */
    Optional<String> stage() {
        return seen.map(Staging::stage).filter(each -> !each.isEmpty());
    }

    boolean hasAllTraffic() {
        return seen.filter(Staging::hasAllTraffic).isPresent();
    }

    /** Returns the target groups of the new tasks; none when they are not known. */
    List<String> targetGroups() {
        return seen.map(Staging::targetGroups).orElse(List.of());
    }

    /** Returns how long the bake time goes on, by our clock; zero when it does not. */
    Duration bakeLeft() {
        Duration left = rules.bake().minus(moments.since(since));
        return seen.filter(Staging::bakes).isPresent() && !left.isNegative() ? left : Duration.ZERO;
    }

    /** Returns how long the next look may wait. */
    Duration rest() {
        Duration bake = bakeLeft();
        if (bake.isZero() && waitsForSomebody()) {
            return LEISURE;
        }
        return bake.compareTo(LEISURE) < 0 ? bake : LEISURE;
    }

    /** Returns where it stands, with a blank before; empty without stages. */
    String standing() {
        return stage().map(name -> ", stage " + name + (standsAtPause() ? " with a pause hook" : ""))
                .orElse("");
    }
}
