package org.ecsdelivery.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ThreadCrewTest {
    private final ThreadCrew crew = new ThreadCrew();

    @Test
    void doesAllAtTheSameTime() {
        CyclicBarrier together = new CyclicBarrier(3);
        Runnable meets = () -> {
            try {
                together.await();
            } catch (Exception alone) {
                throw new IllegalStateException(alone);
            }
        };

        crew.all(List.of(meets, meets, meets));

        assertThat(together.isBroken()).isFalse();
    }

    @Test
    void throwsWhatOneThrewOnceAllHaveEnded() {
        AtomicInteger ended = new AtomicInteger();
        CountDownLatch thrown = new CountDownLatch(1);
        Runnable throwing = () -> {
            thrown.countDown();
            throw new IllegalArgumentException("mine");
        };
        Runnable later = () -> {
            awaits(thrown);
            ended.incrementAndGet();
        };

        assertThatThrownBy(() -> crew.all(List.of(throwing, later, later))).hasMessage("mine");
        assertThat(ended).hasValue(2);
    }

    @Test
    void handsAnInterruptOnToAllAndKeepsIt() {
        AtomicInteger interrupted = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(2);
        Runnable hangs = () -> {
            begun.countDown();
            awaits(new CountDownLatch(1));
            interrupted.incrementAndGet();
        };
        Thread waiting = Thread.currentThread();
        Thread stop = new Thread(() -> {
            awaits(begun);
            waiting.interrupt();
        });
        stop.start();

        crew.all(List.of(hangs, hangs));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(interrupted).hasValue(2);
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
