package org.ecsdelivery.engine.stack;

import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.engine.failure.FailureKind;

/**
 * What became of a stack.
 *
 * @param end how it ended
 * @param text what happened, and what to do; full sentences
 * @param changeSet the ARN of the change set that waits for somebody's decision
 * @param outputs the outputs of the stack as it is now
 */
public record SetupResult(End end, String text, Optional<String> changeSet, Map<String, String> outputs) {
    /** Copies the outputs. */
    public SetupResult {
        outputs = Map.copyOf(outputs);
    }

    /** How it ended. */
    public enum End {
        /** The stack is what the template says. */
        APPLIED(Optional.empty()),
        /** It was that before. */
        UNCHANGED(Optional.empty()),
        /** The changes were shown. */
        SHOWN(Optional.empty()),
        /** The changes wait for somebody's decision. */
        UNDECIDED(Optional.of(FailureKind.STACK_UNDECIDED)),
        /** CloudFormation could not do it. */
        FAILED(Optional.of(FailureKind.STACK_FAILED)),
        /** The time limit passed. */
        TIMED_OUT(Optional.of(FailureKind.TIMED_OUT));

        private final Optional<FailureKind> problem;

        End(Optional<FailureKind> problem) {
            this.problem = problem;
        }

        /** Returns the kind of build problem that it is; empty for a good end. */
        public Optional<FailureKind> problem() {
            return problem;
        }
    }
}
