package org.ecsdelivery.engine.share;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ecsdelivery.engine.ecs.Target;
import org.ecsdelivery.engine.ecs.TargetGroupApi;
import org.ecsdelivery.engine.ecs.TargetState;

/** Target groups for several threads. One call asks about one group, whoever waits for it. */
final class SharedTargetGroups implements TargetGroupApi {
    private final TargetGroupApi groups;
    private final Turns turns;
    private final SharedQuestion<String, Map<Target, TargetState>> health;

    SharedTargetGroups(TargetGroupApi groups, Turns turns) {
        this.groups = groups;
        this.turns = turns;
        this.health = new SharedQuestion<>(
                1,
                CallRate.TARGET_GROUP_READ,
                turns,
                () -> Duration.ZERO,
                asked -> asked.stream().collect(Collectors.toMap(group -> group, groups::targets)));
    }

    @Override
    public Duration deregistrationDelay(String targetGroupArn) {
        awaitSettings();
        return groups.deregistrationDelay(targetGroupArn);
    }

    @Override
    public Duration healthyWithin(String targetGroupArn) {
        awaitSettings();
        return groups.healthyWithin(targetGroupArn);
    }

    private void awaitSettings() {
        turns.await(CallRate.TARGET_GROUP_SETTINGS);
        turns.await(CallRate.TARGET_GROUP_READ);
    }

    @Override
    public Map<Target, TargetState> targets(String targetGroupArn) {
        return health.about(List.of(targetGroupArn)).getOrDefault(targetGroupArn, Map.of());
    }
}
