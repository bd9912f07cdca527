package org.ecsdelivery.common.settings;

/** Which findings make the step that checks a pipeline fail. */
public enum FailOn {
    /** What deployments fail of. */
    ERROR,
    /** That, and what only goes well until it does not. */
    WARNING,
    /** None: the step only tells. */
    NONE
}
