package org.ecsdelivery.engine.stack;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.ecsdelivery.engine.time.Probe;

/** Looks at CloudFormation at an even beat, and says it when a look fails. */
record Look<T>(Supplier<Optional<T>> view, SetupTold told, Duration beat) implements Probe<T> {
    @Override
    public Optional<T> look() {
        return view.get();
    }

    @Override
    public void stumbled(TransientFailure failure, Duration untilNext) {
        told.warn(failure.getMessage() + " Looking again in " + untilNext.toSeconds() + " s.");
    }
}
