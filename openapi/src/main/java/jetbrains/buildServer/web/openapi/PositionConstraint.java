package jetbrains.buildServer.web.openapi;

import org.jetbrains.annotations.NotNull;

/** Where a fragment stands among others; not to be mixed up with the constraint of server extensions. */
public abstract class PositionConstraint implements Comparable<PositionConstraint> {
    public static final PositionConstraint UNDEFINED = new Rank(1, "undefined");

    private PositionConstraint() {}

    @NotNull
    public static PositionConstraint first() {
        return new Rank(0, "first");
    }

    @NotNull
    public static PositionConstraint last() {
        return new Rank(2, "last");
    }

    @Override
    public abstract String toString();

    private static final class Rank extends PositionConstraint {
        private final int rank;
        private final String name;

        private Rank(int rank, String name) {
            this.rank = rank;
            this.name = name;
        }

        @Override
        public int compareTo(PositionConstraint other) {
            return Integer.compare(rank, ((Rank) other).rank);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Rank && ((Rank) other).rank == rank;
        }

        @Override
        public int hashCode() {
            return rank;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
