package org.ecsdelivery.engine.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.ecsdelivery.engine.ecs.TargetState.Health;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.Test;

/** What the engine relies on in every {@link TargetGroupApi}, the one in memory and the one over the wire. */
public abstract class TargetGroupApiContract {
    private static final Target FIRST = new Target("10.0.0.1", 8080);
    private static final Target SECOND = new Target("10.0.0.2", 9090);

    /** Returns the adapter under test. */
    protected abstract TargetGroupApi groups();

    /** Returns the ARN of a group without targets, whose deregistration delay is 30 seconds, checked twice, 5 seconds apart. */
    protected abstract String group();

    /** Puts a target into the group that has long been healthy. */
    protected abstract void healthy(Target target);

    /** Puts a target into the group that has not been checked yet. */
    protected abstract void fresh(Target target);

    /** Begins to take a target out of the group. */
    protected abstract void deregister(Target target);

    /** Lets the deregistration delay pass. */
    protected abstract void letTheDelayPass();

    @Test
    void tellsTheDeregistrationDelay() {
        assertThat(groups().deregistrationDelay(group())).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void tellsHowLongTheHealthChecksTake() {
        assertThat(groups().healthyWithin(group())).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void knowsNoTargetsInAnEmptyGroup() {
        assertThat(groups().targets(group())).isEmpty();
    }

    @Test
    void tellsTargetsApartByAddressAndPort() {
        healthy(FIRST);
        healthy(SECOND);
        assertThat(groups().targets(group())).containsOnlyKeys(FIRST, SECOND);
    }

    @Test
    void tellsAHealthyTarget() {
        healthy(FIRST);
        assertThat(groups().targets(group()).get(FIRST).health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void tellsATargetThatIsNotCheckedYet() {
        fresh(FIRST);
        assertThat(groups().targets(group()).get(FIRST).health()).isEqualTo(Health.INITIAL);
    }

    @Test
    void tellsATargetThatIsDraining() {
        healthy(FIRST);
        healthy(SECOND);
        deregister(FIRST);
        assertThat(groups().targets(group()).get(FIRST).health()).isEqualTo(Health.DRAINING);
        assertThat(groups().targets(group()).get(SECOND).health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void leavesATargetOutThatIsDrained() {
        healthy(FIRST);
        healthy(SECOND);
        deregister(FIRST);
        letTheDelayPass();
        assertThat(groups().targets(group())).containsOnlyKeys(SECOND);
    }

    @Test
    void knowsNoTargetsInAGroupThatWasDeleted() {
        assertThat(groups().targets(missing())).isEmpty();
    }

    @Test
    void refusesTheTimesOfAGroupThatDoesNotExist() {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> groups().deregistrationDelay(missing()))
                .withMessageContaining(missing())
                .extracting(EngineException::kind)
                .isEqualTo(FailureKind.AWS_REFUSED);
    }

    private String missing() {
        return group().replaceFirst("[^/]*$", "0000000000000000");
    }
}
