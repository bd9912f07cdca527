package org.ecsdelivery.common.settings;

/** Whose tags the tasks of a service get when they start. */
public enum PropagateTags {
    /** Those of the task definition revision. */
    TASK_DEFINITION,
    /** Those of the service. */
    SERVICE,
    /** None. */
    NONE
}
