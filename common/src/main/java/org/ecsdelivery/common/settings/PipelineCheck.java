package org.ecsdelivery.common.settings;

/** What a deploy step makes of what is wrong with the surroundings of its service. */
public enum PipelineCheck {
    /** It does not look. */
    OFF,
    /** It warns, and deploys. */
    WARN,
    /** It changes nothing, and fails. */
    FAIL
}
