package org.ecsdelivery.common.settings;

/** What becomes of the image on the agent's Docker Engine when the step ends, well or not. */
public enum ImageCleanUp {
    /** It stays, with its names: later steps can use it, and the next build its layers. */
    KEEP,
    /** Its names go, and it goes with them when nothing else names or uses it. */
    REMOVE
}
