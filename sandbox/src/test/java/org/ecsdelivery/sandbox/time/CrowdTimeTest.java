package org.ecsdelivery.sandbox.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CrowdTimeTest {
    private static final Instant START = Instant.parse("2026-10-01T12:00:00Z");

    private final CrowdTime time = CrowdTime.at(START);
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    private Runnable pausing(String name, int seconds) {
        return () -> {
            for (int i = 0; i < 2; i++) {
                pause(seconds);
                told.add(name + " at " + Duration.between(START, time.instant()).toSeconds());
            }
        };
    }

    private void pause(int seconds) {
        try {
            time.pause(Duration.ofSeconds(seconds));
        } catch (InterruptedException interrupted) {
            told.add("interrupted");
        }
    }

    @Test
    void wakesWhoHasToWakeFirst() throws InterruptedException {
        time.run(List.of(pausing("slow", 7), pausing("quick", 3)));
        assertThat(told).containsExactly("quick at 3", "quick at 6", "slow at 7", "slow at 14");
    }

    @Test
    void endsWhenAllHaveEnded() throws InterruptedException {
        time.run(List.of(pausing("only", 3600)));
        assertThat(time.instant()).isEqualTo(START.plusSeconds(7200));
    }

    @Test
    void tellsAThreadThatItWasInterrupted() throws InterruptedException {
        AtomicReference<Thread> sleeper = new AtomicReference<>();
        time.run(List.of(
                () -> {
                    sleeper.set(Thread.currentThread());
                    pause(3600);
                },
                () -> {
                    pause(1);
                    sleeper.get().interrupt();
                }));
        assertThat(told).containsExactly("interrupted");
    }
}
