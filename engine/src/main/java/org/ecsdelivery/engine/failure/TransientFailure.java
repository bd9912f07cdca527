package org.ecsdelivery.engine.failure;

import org.jspecify.annotations.Nullable;

/** A failure that should pass by itself: throttling, a 5xx answer, a broken connection, a call that took too long. */
public final class TransientFailure extends EngineException {
    private static final long serialVersionUID = 1L;

    /** Makes a failure of a call that may succeed later. */
    public TransientFailure(String fact, String reported, @Nullable Throwable cause) {
        super(FailureKind.AWS_UNREACHABLE, fact, reported, "Run the step again when AWS answers.", cause);
    }
}
