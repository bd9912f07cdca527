package org.ecsdelivery.dsl;

/** When a step runs. */
public enum StepMode {
    /** While all earlier steps have ended well: the default. */
    DEFAULT("default"),
    /** While the build, its tests included, has not failed so far. */
    IF_BUILD_SUCCEEDS("execute_if_success"),
    /** Only when something before it has failed. */
    IF_FAILED("execute_if_failed"),
    /** Even after a failure, and when the build was stopped. */
    ALWAYS("execute_always");

    private final String value;

    StepMode(String value) {
        this.value = value;
    }

    /** Returns how TeamCity stores it. */
    public String value() {
        return value;
    }
}
