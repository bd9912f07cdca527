package org.ecsdelivery.agent;

import java.util.Optional;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.time.Cancellation;

/** The work of one step. */
interface StepWork {
    /**
     * Does it, on a thread of its own.
     *
     * @return why the build has a problem; empty for a success
     * @throws EngineException when it cannot be done
     * @throws Cancelled when it was asked to end
     */
    Optional<Problem> run(Cancellation cancellation);

    /** Returns what is left behind, and what goes on, when the step is stopped now; full sentences. May be asked from any thread. */
    String leftBehind();

    /**
     * Returns why the work had better go on for a while although the build was stopped; empty when it had not. A full sentence.
     * Work that goes on begins nothing new from then on. May be asked from any thread.
     */
    default Optional<String> whyGoOn() {
        return Optional.empty();
    }

    /**
     * A problem of the build.
     *
     * @param kind what TeamCity tells problems apart by
     * @param text what happened, the cause as reported, what to do
     */
    record Problem(FailureKind kind, String text) {}
}
