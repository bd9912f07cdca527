package org.ecsdelivery.engine.image;

/**
 * An image that the Docker Engine holds.
 *
 * @param id the engine's id, {@code sha256:...} of the image configuration
 * @param bytes its size on the engine
 */
public record BuiltImage(String id, long bytes) {}
