package org.ecsdelivery.common.settings;

/** What becomes of images on the agent's Docker Engine when the step that made them ends, well or not. */
public enum ImageCleanUp {
    /** The newest stays, with its names; what earlier runs of the step have left goes: a cache of layers, and a disk that does not fill. */
    KEEP_NEWEST,
    /** All stay, with their names. */
    KEEP,
    /** The image's names go, and it goes with them when nothing else names or uses it. */
    REMOVE
}
