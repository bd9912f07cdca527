package org.ecsdelivery.dsl.command;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The machine of whoever runs the command: its environment and its time. */
final class ThisMachine implements Machine {
    @Override
    public Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name));
    }

    @Override
    public Duration passed() {
        return Duration.ofNanos(System.nanoTime());
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }
}
