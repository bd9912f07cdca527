package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalInt;
import org.ecsdelivery.engine.ecs.Target;
import org.ecsdelivery.engine.ecs.TargetGroupApi;
import org.ecsdelivery.engine.ecs.TargetGroupApiContract;
import org.ecsdelivery.engine.ecs.TargetState;
import org.ecsdelivery.engine.ecs.TargetState.Health;
import org.ecsdelivery.sandbox.aws.elb.TargetGroupSpec;
import org.ecsdelivery.sandbox.aws.elb.TargetGroups;
import org.ecsdelivery.sandbox.aws.elb.TargetId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Target groups over the wire. */
class ElbTargetGroupsWireTest extends TargetGroupApiContract {
    private final ClientsOfLocalAws sandbox = new ClientsOfLocalAws();
    private final TargetGroups elb = sandbox.aws.elb();
    private final String group =
            elb.create(TargetGroupSpec.named("web").withDeregistrationDelay(Duration.ofSeconds(30)));

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Override
    protected TargetGroupApi groups() {
        return sandbox.clients.targetGroups();
    }

    @Override
    protected String group() {
        return group;
    }

    @Override
    protected void healthy(Target target) {
        sandbox.aws.simulation().change(() -> elb.registerHealthy(group, id(target), state -> {}));
    }

    @Override
    protected void fresh(Target target) {
        sandbox.aws.simulation().change(() -> elb.register(group, id(target), OptionalInt.empty(), state -> {}));
    }

    @Override
    protected void deregister(Target target) {
        sandbox.aws.simulation().change(() -> elb.deregister(group, id(target)));
    }

    @Override
    protected void letTheDelayPass() {
        sandbox.clock.advance(Duration.ofSeconds(31));
    }

    private static TargetId id(Target target) {
        return new TargetId(target.id(), target.port());
    }

    @Test
    void tellsWhyATargetIsUnhealthyInTheLoadBalancersWords() {
        Target target = new Target("10.0.0.1", 8080);
        sandbox.aws.simulation().change(() -> elb.register(group, id(target), OptionalInt.of(503), state -> {}));
        sandbox.clock.advance(Duration.ofMinutes(1));
        assertThat(groups().targets(group).get(target))
                .isEqualTo(new TargetState(
                        Health.UNHEALTHY, "Target.ResponseCodeMismatch: Health checks failed with these codes: [503]"));
    }
}
