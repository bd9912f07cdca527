package org.ecsdelivery.agent;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.ecsdelivery.engine.time.Crew;
import org.jspecify.annotations.Nullable;

/** Gives each work a daemon thread, which dies with it; a single one needs none. */
final class ThreadCrew implements Crew {
    private static final String NAME = "-lane-";

    @Override
    public void all(List<? extends Runnable> works) {
        if (works.size() == 1) {
            works.get(0).run();
            return;
        }
        AtomicReference<@Nullable Throwable> first = new AtomicReference<>();
        String name = Thread.currentThread().getName() + NAME;
        List<Thread> threads = IntStream.range(0, works.size())
                .mapToObj(number -> begun(name + (number + 1), works.get(number), first))
                .toList();
        boolean interrupted = false;
        for (Thread thread : threads) {
            interrupted |= ended(thread, threads);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        rethrow(Optional.ofNullable(first.get()));
    }

    private static Thread begun(String name, Runnable work, AtomicReference<@Nullable Throwable> first) {
        Thread thread = new Thread(() -> run(work, first), name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void run(Runnable work, AtomicReference<@Nullable Throwable> first) {
        try {
            work.run();
        } catch (RuntimeException | Error thrown) {
            first.compareAndSet(null, thrown);
        }
    }

    /** Waits for a thread; whoever interrupts the one that waits means all of them. */
    private static boolean ended(Thread thread, List<Thread> all) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                return interrupted;
            } catch (InterruptedException stop) {
                interrupted = true;
                all.forEach(Thread::interrupt);
            }
        }
    }

    private static void rethrow(Optional<Throwable> thrown) {
        if (thrown.isPresent() && thrown.get() instanceof RuntimeException ofWork) {
            throw ofWork;
        }
        if (thrown.isPresent() && thrown.get() instanceof Error ofWork) {
            throw ofWork;
        }
    }
}
