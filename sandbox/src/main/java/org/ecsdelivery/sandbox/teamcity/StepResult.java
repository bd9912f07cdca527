package org.ecsdelivery.sandbox.teamcity;

import java.time.Duration;

/** How one step ended. */
public record StepResult(String name, String type, Outcome outcome, Duration duration) {

    /** How a step can end. */
    public enum Outcome {
        SUCCEEDED,
        FAILED,
        INTERRUPTED,
        SKIPPED
    }
}
