package org.ecsdelivery.sandbox.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.Callable;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.ecsdelivery.engine.time.Pause;

/** Repeats throttled calls as the plugin's AWS clients do: up to ten attempts, full jitter from 0.5 to 15 s, 60 s in all. */
final class SdkRetries {
    private static final int ATTEMPTS = 10;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long FIRST_MILLIS = 500;
    private static final long LONGEST_MILLIS = 15_000;

    private final InstantSource clock;
    private final Pause pause;
    private final Random jitter = new Random(1);

    SdkRetries(InstantSource clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** Puts the repetition in front of a port. */
    <T> T around(Class<T> port, T world) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> repeated(() -> {
                    try {
                        return method.invoke(world, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
                    }
                })));
    }

    private Object repeated(Callable<Object> call) throws Exception {
        Instant deadline = clock.instant().plus(LIMIT);
        for (int attempt = 1; ; attempt++) {
            try {
                return call.call();
            } catch (TransientFailure throttled) {
                Duration wait = wait(attempt);
                if (attempt == ATTEMPTS || clock.instant().plus(wait).isAfter(deadline)) {
                    throw throttled;
                }
                pause(wait);
            }
        }
    }

    private Duration wait(int attempt) {
        long most = Math.min(LONGEST_MILLIS, FIRST_MILLIS << (attempt - 1));
        return Duration.ofMillis(jitter.nextLong(most));
    }

    private void pause(Duration wait) {
        try {
            pause.pause(wait);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Cancelled("interrupted");
        }
    }
}
