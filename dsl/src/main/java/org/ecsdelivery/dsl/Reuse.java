package org.ecsdelivery.dsl;

/** When a build of the dependency that is there already will do. */
public enum Reuse {
    /** A successful one of the same revision: the default. */
    SUCCESSFUL,
    /** Any one of the same revision. */
    ANY,
    /** None: it is built again each time. */
    NO
}
