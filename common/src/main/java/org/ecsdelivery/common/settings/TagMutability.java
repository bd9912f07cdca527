package org.ecsdelivery.common.settings;

/** Whether a tag may move to another image. */
public enum TagMutability {
    /** As ECR makes repositories, and as whoever made this one wanted it. */
    DEFAULT,
    /** Every tag may. */
    MUTABLE,
    /** No tag may, but for those that are named. */
    IMMUTABLE
}
