package org.ecsdelivery.sandbox.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.ecsdelivery.engine.time.Pause;

/**
 * Virtual time for any number of threads: one runs until it pauses, then the one that has to wake first; time passes only when
 * all pause. The same work therefore takes the same course every time, and hours pass in moments. A thread that is interrupted
 * goes on without its turn.
 */
public final class CrowdTime implements InstantSource, Pause {
    private final PriorityQueue<Sleeper> sleepers =
            new PriorityQueue<>(Comparator.comparing(Sleeper::until).thenComparingLong(Sleeper::order));
    private volatile Instant now;
    private long order;
    private int awake;

    private record Sleeper(Instant until, long order, Semaphore turn) {}

    private CrowdTime(Instant start) {
        now = start;
    }

    /** Starts at the given instant. */
    public static CrowdTime at(Instant start) {
        return new CrowdTime(start);
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Runs all works, each on a thread of its own, and returns when the last has ended. */
    public void run(List<? extends Runnable> works) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(works.size());
        List<Sleeper> beginners =
                works.stream().map(work -> asleep(Duration.ZERO)).toList();
        IntStream.range(0, works.size())
                .mapToObj(i -> new Thread(() -> run(works.get(i), beginners.get(i), ended), "crowd-" + i))
                .forEach(Thread::start);
        wakeNext();
        ended.await();
    }

    private void run(Runnable work, Sleeper beginner, CountDownLatch ended) {
        beginner.turn().acquireUninterruptibly();
        try {
            work.run();
        } finally {
            fallAsleep();
            ended.countDown();
        }
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        Sleeper self = asleep(duration);
        fallAsleep();
        try {
            self.turn().acquire();
        } catch (InterruptedException interrupted) {
            wakeOutOfTurn(self);
            throw interrupted;
        }
    }

    private synchronized Sleeper asleep(Duration duration) {
        Sleeper sleeper = new Sleeper(now.plus(duration), order++, new Semaphore(0));
        sleepers.add(sleeper);
        return sleeper;
    }

    private synchronized void fallAsleep() {
        awake--;
        wakeNext();
    }

    private synchronized void wakeOutOfTurn(Sleeper sleeper) {
        if (sleepers.remove(sleeper)) {
            awake++;
        }
    }

    private synchronized void wakeNext() {
        if (awake == 0 && !sleepers.isEmpty()) {
            Sleeper next = sleepers.remove();
            now = next.until().isAfter(now) ? next.until() : now;
            awake++;
            next.turn().release();
        }
    }
}
