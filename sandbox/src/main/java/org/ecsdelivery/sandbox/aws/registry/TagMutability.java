package org.ecsdelivery.sandbox.aws.registry;

/** ECR's four ways to treat a tag that exists already (values as in ECR's API). */
public enum TagMutability {
    /** Every tag may move. */
    MUTABLE,
    /** No tag may move. */
    IMMUTABLE,
    /** No tag may move, except those an exclusion filter matches. */
    IMMUTABLE_WITH_EXCLUSION,
    /** Every tag may move, except those an exclusion filter matches. */
    MUTABLE_WITH_EXCLUSION
}
