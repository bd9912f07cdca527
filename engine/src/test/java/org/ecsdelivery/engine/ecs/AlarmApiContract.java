package org.ecsdelivery.engine.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the deploy step may expect of CloudWatch alarms, in memory and over the wire alike. */
public abstract class AlarmApiContract {
    /** Returns the port. */
    protected abstract AlarmApi alarms();

    /** Puts an alarm into the state ALARM. */
    protected abstract void fires(String name);

    /** Puts an alarm into the state OK. */
    protected abstract void calm(String name);

    @Test
    void tellsTheNamedAlarmsThatFire() {
        fires("errors-high");
        fires("of-another-service");
        calm("latency");

        assertThat(alarms().firing(List.of("latency", "errors-high"))).containsExactly("errors-high");
    }

    @Test
    void tellsNoneWhereNoneFires() {
        calm("errors-high");

        assertThat(alarms().firing(List.of("errors-high"))).isEmpty();
    }

    @Test
    void takesAnAlarmThatIsNotThereForOneThatDoesNotFire() {
        assertThat(alarms().firing(List.of("deleted"))).isEmpty();
    }
}
