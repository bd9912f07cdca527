package org.ecsdelivery.engine.coverage.path;

/**
 * What a path of a report means.
 *
 * @param path the file in the checkout, or the plain path of the report when none was found
 * @param way how it was found
 */
public record Resolution(String path, Way way) {
    /** How a path was found. */
    public enum Way {
        /** By a rule of the user, or of the container. */
        RULE,
        /** It is the checkout's own path, or one below a source directory of the report. */
        CHECKOUT,
        /** A known build service's checkout directory was taken off. */
        BUILD_SERVICE,
        /** No other file of the checkout ends like it. */
        ENDING,
        /** No files are known to compare it with. */
        BELIEVED,
        /** Several files of the checkout end like it. */
        AMBIGUOUS,
        /** No file of the checkout is like it. */
        UNRESOLVED
    }

    /** Tells whether it is a file of the checkout. */
    public boolean isFound() {
        return way != Way.AMBIGUOUS && way != Way.UNRESOLVED;
    }
}
