package org.ecsdelivery.common.settings;

/** The network that the instructions of a Dockerfile see while they run. */
public enum BuildNetwork {
    /** The engine's own choice. */
    DEFAULT,
    /** None: what is built must be there already. */
    NONE,
    /** That of the machine on which the engine runs. */
    HOST
}
