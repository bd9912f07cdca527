package org.ecsdelivery.engine.coverage;

/** How often something ran: never negative, and never more than an {@code int} holds. */
public final class Hits {
    /** The most that is told apart. */
    public static final int MOST = Integer.MAX_VALUE;

    /** A branch whose decision was never reached; it counts as not taken. */
    public static final int NEVER_EVALUATED = -1;

    private Hits() {}

    /** Returns that number of hits, as near as can be told. */
    public static int of(long hits) {
        return hits < 0 ? 0 : (int) Math.min(hits, MOST);
    }

    /** Returns both together. */
    public static int plus(int one, int other) {
        return of((long) one + other);
    }

    /** Returns both together; a decision reached in one report was reached. */
    static int plusTaken(int one, int other) {
        if (one == NEVER_EVALUATED) {
            return other;
        }
        return other == NEVER_EVALUATED ? one : plus(one, other);
    }
}
