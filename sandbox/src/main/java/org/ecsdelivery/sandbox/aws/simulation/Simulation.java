package org.ecsdelivery.sandbox.aws.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/**
 * A discrete-event world without threads: what is due happens when somebody looks, at exactly the instant it was due.
 *
 * <p>The object is its own lock. Code that runs inside {@link #look(Supplier)} or as something due holds it.
 */
public final class Simulation {
    private final InstantSource clock;
    private final Timeline timeline = new Timeline();
    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private Instant now;
    private long order;
    private boolean moving;

    private record Due(Instant at, long order, Runnable what) {}

    /** Begins a world at the clock's present instant. */
    public Simulation(InstantSource clock) {
        this.clock = clock;
        this.now = clock.instant();
    }

    /** Answers the world's instant; while something due happens, the instant it was due. */
    public synchronized Instant now() {
        return now;
    }

    /** Lets something happen after a while. */
    public synchronized void after(Duration delay, Runnable what) {
        queue.add(new Due(now.plus(delay), order++, what));
    }

    /** Brings the world up to the clock's instant and looks at it while nobody else moves it. */
    public synchronized <T> T look(Supplier<T> view) {
        advanceTo(clock.instant());
        return view.get();
    }

    /** Brings the world up to the clock's instant and changes it while nobody else moves it. */
    public synchronized void change(Runnable change) {
        advanceTo(clock.instant());
        change.run();
    }

    /** Lets everything happen that is due up to an instant; an earlier instant than the world's changes nothing. */
    public synchronized void advanceTo(Instant instant) {
        if (moving) {
            // what is due looks at the world of its own instant
            return;
        }
        moving = true;
        try {
            move(instant);
        } finally {
            moving = false;
        }
    }

    private void move(Instant instant) {
        for (Due due = queue.peek(); due != null && !due.at().isAfter(instant); due = queue.peek()) {
            queue.remove();
            now = due.at();
            due.what().run();
        }
        if (instant.isAfter(now)) {
            now = instant;
        }
    }

    /** Answers when the next thing is due; empty when the world has come to rest. */
    public synchronized Optional<Instant> nextDue() {
        return Optional.ofNullable(queue.peek()).map(Due::at);
    }

    /** Answers what has happened, brought up to the clock's instant. */
    public Timeline timeline() {
        change(() -> {});
        return timeline;
    }

    /** Writes down something that happens now. */
    public synchronized void record(Timeline.Kind kind, String subject, String state, String detail) {
        timeline.add(new Timeline.Entry(now, kind, subject, state, detail));
    }
}
