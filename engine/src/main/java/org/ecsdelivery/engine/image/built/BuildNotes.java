package org.ecsdelivery.engine.image.built;

import java.util.List;

/**
 * What a builder tells beside the image.
 *
 * @param contextBytes how much of the build context went to the engine; 0 where nothing is told
 * @param metadata BuildKit's own document about the build; empty where there is none
 * @param caches what went otherwise with caches in registries
 */
public record BuildNotes(long contextBytes, String metadata, List<CacheNote> caches) {
    /** Nothing is told. */
    public static final BuildNotes NONE = new BuildNotes(0, "");

    /** Copies the list. */
    public BuildNotes {
        caches = List.copyOf(caches);
    }

    /** Makes the notes of a build whose caches went well, or that had none. */
    public BuildNotes(long contextBytes, String metadata) {
        this(contextBytes, metadata, List.of());
    }
}
