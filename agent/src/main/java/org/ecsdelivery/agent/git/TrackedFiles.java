package org.ecsdelivery.agent.git;

import java.util.List;

/**
 * What git tracks.
 *
 * @param paths from the checkout directory, with slashes
 * @param whyUnknown why git could not tell; empty when it did
 */
public record TrackedFiles(List<String> paths, String whyUnknown) {
    /** Copies the list. */
    public TrackedFiles {
        paths = List.copyOf(paths);
    }

    static TrackedFiles of(List<String> paths) {
        return new TrackedFiles(paths, "");
    }

    static TrackedFiles unknown(String why) {
        return new TrackedFiles(List.of(), why);
    }

    /** Tells whether git could tell. */
    public boolean isKnown() {
        return whyUnknown.isEmpty();
    }
}
