package org.ecsdelivery.engine.coverage.patch;

import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** A diff cannot be read, so that nobody knows which lines changed. */
public final class UnreadableDiff extends EngineException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the failure.
     *
     * @param diff what messages call the diff
     * @param line the line in it
     */
    public UnreadableDiff(String diff, long line, String problem, String remedy) {
        super(FailureKind.COVERAGE_UNREADABLE, "The diff " + diff + " cannot be read at line " + line, problem, remedy);
    }
}
