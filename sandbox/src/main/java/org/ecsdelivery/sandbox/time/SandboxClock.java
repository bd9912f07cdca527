package org.ecsdelivery.sandbox.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that runs a whole number of times faster than the wall clock, so that a live drain of minutes takes seconds. */
public final class SandboxClock implements InstantSource {
    private final Instant wallStart;
    private final long nanoStart;
    private final double speed;

    private SandboxClock(Instant wallStart, long nanoStart, double speed) {
        this.wallStart = wallStart;
        this.nanoStart = nanoStart;
        this.speed = speed;
    }

    /**
     * Starts now and runs {@code speed} times as fast as real time.
     *
     * @throws IllegalArgumentException when the speed is not positive
     */
    public static SandboxClock scaled(double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("The sandbox clock's speed is " + speed + ": give a positive number.");
        }
        return new SandboxClock(InstantSource.system().instant(), System.nanoTime(), speed);
    }

    @Override
    public Instant instant() {
        return wallStart.plusNanos((long) ((System.nanoTime() - nanoStart) * speed));
    }

    /** Converts a duration on this clock into real time. */
    public Duration real(Duration simulated) {
        return Duration.ofNanos((long) (simulated.toNanos() / speed));
    }
}
