package org.ecsdelivery.engine.image.built;

/**
 * What a builder tells beside the image.
 *
 * @param contextBytes how much of the build context went to the engine; 0 where nothing is told
 * @param metadata BuildKit's own document about the build; empty where there is none
 */
public record BuildNotes(long contextBytes, String metadata) {
    /** Nothing is told. */
    public static final BuildNotes NONE = new BuildNotes(0, "");
}
