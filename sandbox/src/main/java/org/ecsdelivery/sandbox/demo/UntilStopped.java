package org.ecsdelivery.sandbox.demo;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps the demonstration up until the process is asked to end (Ctrl-C), and lets it put things away first. */
final class UntilStopped implements AutoCloseable {
    private static final long SECONDS_TO_PUT_THINGS_AWAY = 20;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    /** Waits until the process is asked to end. */
    void awaitCtrlC() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        await();
    }

    void await() {
        try {
            asked.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks to end, and waits until that is done: the process ends when this returns. */
    void stop() {
        asked.countDown();
        try {
            if (!over.await(SECONDS_TO_PUT_THINGS_AWAY, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(1);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
