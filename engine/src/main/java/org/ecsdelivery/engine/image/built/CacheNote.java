package org.ecsdelivery.engine.image.built;

/**
 * What went otherwise with a cache in a registry; no build fails of that.
 *
 * @param kind what
 * @param cache the image that holds the cache
 * @param reported why, in the builder's or the registry's words
 */
public record CacheNote(Kind kind, String cache, String reported) {
    /** What can go otherwise. */
    public enum Kind {
        /** It is not there, as before the first build. */
        MISSING,
        /** It could not be read. */
        UNREAD,
        /** It could not be written. */
        UNWRITTEN
    }
}
