package org.ecsdelivery.common.settings;

/** In which order a step deploys several services. */
public enum DeployOrder {
    /** One after the other, as they are named; each begins when the one before has come as far as was asked for. */
    ORDERED,
    /** So many at the same time. */
    PARALLEL
}
