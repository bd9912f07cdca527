package org.ecsdelivery.engine.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final VirtualTime time = new VirtualTime();
    private final Turns turns = new Turns(time, time);

    @AfterEach
    void clearTheInterrupt() {
        Thread.interrupted();
    }

    private void register(int times) {
        for (int i = 0; i < times; i++) {
            turns.await(CallRate.REVISION_CHANGE);
        }
    }

    @Test
    void letsHalfOfABurstPassAtOnce() {
        register(10);
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void queuesRegistrationsAtFourFifthsOfOneASecond() {
        register(10 + 40);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(50));
    }

    @Test
    void savesUpNoMoreThanTheBurst() {
        time.pause(Duration.ofHours(1));
        register(10 + 4);
        assertThat(time.elapsed()).isEqualTo(Duration.ofHours(1).plusSeconds(5));
    }

    @Test
    void keepsTheQueuesApart() {
        register(10 + 40);
        Duration before = time.elapsed();
        turns.await(CallRate.SERVICE_READ);
        assertThat(time.elapsed()).isEqualTo(before);
    }

    @Test
    void forgetsWhatIsSavedWhenAwsHasNoneLeft() {
        turns.slowDown(CallRate.REVISION_CHANGE);
        register(4);
        assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void tellsHowLongATurnIsAwayBeforeItWaits() {
        register(10 + 7);
        List<Duration> told = new ArrayList<>();
        turns.await(CallRate.REVISION_CHANGE, wait -> {
            told.add(wait);
            assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(8750));
        });

        assertThat(told).containsExactly(Duration.ofMillis(1250));
    }

    @Test
    void endsTheWaitForATurnWhenTheThreadIsInterrupted() {
        Turns interrupted = new Turns(time, duration -> {
            throw new InterruptedException();
        });
        interrupted.count(CallRate.SERVICE_CHANGE, 25);

        assertThatExceptionOfType(Cancelled.class).isThrownBy(() -> interrupted.await(CallRate.SERVICE_CHANGE));
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }
}
