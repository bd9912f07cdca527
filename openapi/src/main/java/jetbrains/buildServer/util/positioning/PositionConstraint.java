package jetbrains.buildServer.util.positioning;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jetbrains.annotations.NotNull;

/** A place among others, which are named by their order ids. */
public abstract class PositionConstraint {
    public static final PositionConstraint UNDEFINED = new Between(List.of(), List.of());

    public PositionConstraint() {}

    @NotNull
    public static PositionConstraint before(@NotNull String... orderIds) {
        return new Between(List.of(), Arrays.asList(orderIds));
    }

    @NotNull
    public static PositionConstraint after(@NotNull String... orderIds) {
        return new Between(Arrays.asList(orderIds), List.of());
    }

    public abstract int compareTo(@NotNull String orderId);

    @NotNull
    public Collection<String> getBefore() {
        return List.of();
    }

    @NotNull
    public Collection<String> getAfter() {
        return List.of();
    }

    @Override
    public abstract String toString();

    private static final class Between extends PositionConstraint {
        private final Collection<String> after;
        private final Collection<String> before;

        private Between(Collection<String> after, Collection<String> before) {
            this.after = List.copyOf(after);
            this.before = List.copyOf(before);
        }

        @Override
        public int compareTo(String orderId) {
            return before.contains(orderId) ? -1 : after.contains(orderId) ? 1 : 0;
        }

        @Override
        public Collection<String> getBefore() {
            return before;
        }

        @Override
        public Collection<String> getAfter() {
            return after;
        }

        @Override
        public String toString() {
            return "after " + after + ", before " + before;
        }
    }
}
