package org.ecsdelivery.engine.image.built;

/**
 * An image that the Docker Engine holds.
 *
 * @param id the engine's id, {@code sha256:...} of the image configuration, or of the manifest in the containerd image store
 * @param bytes its size on the engine
 * @param notes what the builder told beside it
 */
public record BuiltImage(String id, long bytes, BuildNotes notes) {
    /** Makes an image of which the builder told nothing else. */
    public BuiltImage(String id, long bytes) {
        this(id, bytes, BuildNotes.NONE);
    }
}
