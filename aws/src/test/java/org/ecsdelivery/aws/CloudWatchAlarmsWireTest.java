package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ecsdelivery.engine.ecs.AlarmApi;
import org.ecsdelivery.engine.ecs.AlarmApiContract;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.sandbox.aws.cloudwatch.AlarmBoard;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Alarms over the wire. */
class CloudWatchAlarmsWireTest extends AlarmApiContract {
    private final ClientsOfLocalAws sandbox = new ClientsOfLocalAws();
    private final AlarmBoard board = sandbox.aws.ecs().alarms();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Override
    protected AlarmApi alarms() {
        return sandbox.clients.alarms();
    }

    @Override
    protected void fires(String name) {
        board.set(name, AlarmBoard.ALARM);
    }

    @Override
    protected void calm(String name) {
        board.set(name, "OK");
    }

    @Test
    void tellsACompositeAlarmThatFires() {
        board.setComposite("any-of-them", AlarmBoard.ALARM);

        assertThat(alarms().firing(List.of("any-of-them"))).containsExactly("any-of-them");
    }

    @Test
    void countsTheRequestByItsAction() {
        alarms().firing(List.of("errors-high"));

        assertThat(sandbox.clients.requests()).containsEntry("cloudwatch:DescribeAlarms", 1L);
    }

    @Test
    void namesThePermissionThatIsMissing() {
        sandbox.aws.faults().always("cloudwatch", "DescribeAlarms", Fault.denied());

        assertThatThrownBy(() -> alarms().firing(List.of("errors-high")))
                .isInstanceOfSatisfying(
                        AccessDenied.class,
                        denied -> assertThat(denied.action()).isEqualTo("cloudwatch:DescribeAlarms"));
    }

    @Test
    void takesHalfAnAnswerForNone() {
        sandbox.aws.faults().always("cloudwatch", "DescribeAlarms", Fault.malformed());

        assertThatThrownBy(() -> alarms().firing(List.of("errors-high"))).isInstanceOf(EngineException.class);
    }

    @Test
    void triesAgainWhenThrottled() {
        fires("errors-high");
        sandbox.aws.faults().next("cloudwatch", "DescribeAlarms", 2, Fault.throttled());

        assertThat(alarms().firing(List.of("errors-high"))).containsExactly("errors-high");
    }
}
