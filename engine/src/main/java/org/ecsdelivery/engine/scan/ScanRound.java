package org.ecsdelivery.engine.scan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.ScanEvent;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.ecsdelivery.engine.time.Probe;

/** Looks at the scans of several images at once, until the last one is over. */
record ScanRound(List<ScanWatch> watches, EngineListener listener) implements Probe<Boolean> {
    private static final Duration BEAT = Duration.ofSeconds(5);

    @Override
    public Optional<Boolean> look() {
        long open = watches.stream().filter(each -> !each.isOver()).count();
        return open == 0 ? Optional.of(true) : Optional.empty();
    }

    @Override
    public Duration beat() {
        return BEAT;
    }

    @Override
    public void stumbled(TransientFailure failure, Duration untilNext) {
        listener.on(new ScanEvent.LookFailed(failure, untilNext));
    }
}
