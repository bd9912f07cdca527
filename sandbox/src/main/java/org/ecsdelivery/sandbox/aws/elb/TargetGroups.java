package org.ecsdelivery.sandbox.aws.elb;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.simulation.Simulation;
import org.ecsdelivery.sandbox.aws.simulation.Timeline;

/** The load balancer's target groups: registers, checks, drains and forgets targets. */
public final class TargetGroups {
    private final AwsAccount account;
    private final Simulation simulation;
    private final Map<String, TargetGroup> groups = new LinkedHashMap<>();
    private long made;

    /** Makes an account without target groups. */
    public TargetGroups(AwsAccount account, Simulation simulation) {
        this.account = account;
        this.simulation = simulation;
    }

    /** Makes a target group and answers its ARN. */
    public String create(TargetGroupSpec spec) {
        return simulation.look(() -> {
            String suffix = "%016x".formatted(0x73e2d6bc24d8a067L + made++);
            String arn = account.arn("elasticloadbalancing", "targetgroup/" + spec.name() + "/" + suffix);
            groups.put(arn, new TargetGroup(arn, spec));
            return arn;
        });
    }

    /** Has a target group go. */
    public void remove(String groupArn) {
        simulation.change(() -> groups.remove(groupArn));
    }

    /** Makes every target of a group drain for ever. */
    public void neverDrains(String groupArn) {
        simulation.change(() -> group(groupArn).neverDrains = true);
    }

    /** Sets how long a target of a group drains from now on. */
    public void deregistrationDelay(String groupArn, Duration delay) {
        simulation.change(() -> group(groupArn).attributes.put(TargetGroup.DELAY, String.valueOf(delay.toSeconds())));
    }

    /** Sets for how long an unhealthy target of a Network Load Balancer keeps its connections. */
    public void unhealthyDrainingInterval(String groupArn, Duration interval) {
        simulation.change(() ->
                group(groupArn).attributes.put(TargetGroup.UNHEALTHY_DELAY, String.valueOf(interval.toSeconds())));
    }

    /** Has nothing check the health of the targets of a group that come from now on. */
    public void unchecked(String groupArn) {
        simulation.change(() -> group(groupArn).unchecked = true);
    }

    /** Answers whether a group registers IPv6 addresses. */
    public boolean ipv6(String groupArn) {
        return group(groupArn).spec.ipv6();
    }

    /** Makes a registered target fail its health checks from now on. */
    public void fail(String groupArn, TargetId id) {
        simulation.change(() -> {
            TargetGroup group = group(groupArn);
            Optional.ofNullable(group.targets.get(id)).ifPresent(target -> unhealthy(group, target));
        });
    }

    /** Answers the state of a target; {@code GONE} when it is not registered. */
    public TargetState state(String groupArn, TargetId id) {
        return simulation.look(() -> Optional.ofNullable(group(groupArn).targets.get(id))
                .map(target -> target.state)
                .orElse(TargetState.GONE));
    }

    /** Answers the registered targets, draining ones included. */
    public List<TargetId> targets(String groupArn) {
        return simulation.look(() -> List.copyOf(group(groupArn).targets.keySet()));
    }

    /** Answers the number of registered targets, draining ones included. */
    public int size(String groupArn) {
        return simulation.look(() -> group(groupArn).targets.size());
    }

    /**
     * Registers a target.
     *
     * @param failing HTTP status with which its health checks fail; empty when they pass
     * @param watcher hears of each state the target reaches
     */
    public void register(String groupArn, TargetId id, OptionalInt failing, Consumer<TargetState> watcher) {
        TargetGroup group = group(groupArn);
        Target target = new Target(id, failing, watcher);
        group.targets.put(id, target);
        turn(group, target, TargetState.INITIAL);
        Duration checks = failing.isPresent() ? group.untilUnhealthy() : group.untilHealthy();
        simulation.after(group.unchecked ? Duration.ZERO : checks, () -> {
            if (target.state == TargetState.INITIAL) {
                judge(group, target);
            }
        });
    }

    private void judge(TargetGroup group, Target target) {
        if (group.unchecked) {
            turn(group, target, TargetState.UNAVAILABLE);
        } else if (target.failing.isPresent()) {
            unhealthy(group, target);
        } else {
            turn(group, target, TargetState.HEALTHY);
        }
    }

    private void unhealthy(TargetGroup group, Target target) {
        Duration delay = group.unhealthyDelay();
        if (delay.isZero()) {
            turn(group, target, TargetState.UNHEALTHY);
            return;
        }
        turn(group, target, TargetState.UNHEALTHY_DRAINING);
        simulation.after(delay, () -> {
            if (target.state == TargetState.UNHEALTHY_DRAINING) {
                turn(group, target, TargetState.UNHEALTHY);
            }
        });
    }

    /** Registers a target that has long been healthy. */
    public void registerHealthy(String groupArn, TargetId id, Consumer<TargetState> watcher) {
        TargetGroup group = group(groupArn);
        Target target = new Target(id, OptionalInt.empty(), watcher);
        group.targets.put(id, target);
        turn(group, target, TargetState.HEALTHY);
    }

    /** Begins to drain a target; a target that is not registered or already draining stays as it is. */
    public void deregister(String groupArn, TargetId id) {
        TargetGroup group = group(groupArn);
        Optional.ofNullable(group.targets.get(id))
                .filter(target -> target.state != TargetState.DRAINING)
                .ifPresent(target -> drain(group, target));
    }

    private void drain(TargetGroup group, Target target) {
        turn(group, target, TargetState.DRAINING);
        if (!group.neverDrains) {
            simulation.after(group.deregistrationDelay(), () -> forget(group, target));
        }
    }

    private void forget(TargetGroup group, Target target) {
        group.targets.remove(target.id, target);
        turn(group, target, TargetState.GONE);
    }

    private void turn(TargetGroup group, Target target, TargetState state) {
        target.state = state;
        simulation.record(Timeline.Kind.TARGET, target.id.toString(), state.wireName(), group.arn);
        target.watcher.accept(state);
    }

    TargetGroup group(String arn) {
        return Optional.ofNullable(groups.get(arn))
                .orElseThrow(() -> AwsError.client("TargetGroupNotFound", "One or more target groups not found"));
    }

    Map<String, TargetGroup> all() {
        return groups;
    }

    /**
     * Checks that a target group exists.
     *
     * @throws AwsError when it does not
     */
    public void require(String groupArn) {
        group(groupArn);
    }
}
