package org.ecsdelivery.common.settings;

/** What builds an image. */
public enum ImageBuilder {
    /** BuildKit when the Dockerfile or the settings need it, else the builder inside the engine. */
    AUTO,
    /** The builder inside the engine, through the Engine API. */
    ENGINE,
    /** BuildKit, through the agent's docker command. */
    BUILDKIT
}
