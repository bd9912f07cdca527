package org.ecsdelivery.dsl;

/** Where sources are brought to the agent from. */
public enum CheckoutMode {
    /** By the agent, with its own git. */
    ON_AGENT,
    /** By the server. */
    ON_SERVER,
    /** By nobody: a step does it. */
    MANUAL
}
